"""Short German texts whose second sentence needs the first."""

from __future__ import annotations

import pytest

from armstrade.claims import Document, TransferClaim
from armstrade.extractors.rules import RulesExtractor
from armstrade.reading import read

TEXTS = [
    (
        "Peru hat in Italien zwei Korvetten bestellt. Bestandteil des Vertrages sind auch 16 "
        "Torpedos.",
        ["IT>PE ship ordered 2", "IT>PE ammunition ordered 16"],
    ),
    (
        "Hensoldt liefert Peru vier Küstenradare. 2019 hatte das Unternehmen zwei Geräte derselben "
        "Baureihe an Chile übergeben.",
        ["DE>PE sensor planned 4", "DE>CL sensor delivered 2"],
    ),
    (
        "Oslo hält Raketen für Oman zurück\n\nDie norwegische Regierung hat die Ausfuhr von 90 "
        "Flugabwehrraketen nach Oman gestoppt.",
        ["NO>OM air_defence cancelled 90"],
    ),
    (
        "Für welche Waffen hat die Bundesregierung Genehmigungen zur Ausfuhr nach Peru erteilt?",
        [],
    ),
    (
        "Deutschland hat Mali im Mai acht Mörser zugesagt. Die Mörser sind längst da.",
        ["DE>ML artillery planned 8", "DE>ML artillery delivered"],
    ),
    (
        "Norwegens Regierung hat im Mai diese Ausfuhren genehmigt:\n\n"
        "• 40 Mörser für die kenianische Polizei\n• zwei Radaranlagen für Peru",
        ["NO>KE artillery ordered 40", "NO>PE sensor ordered 2"],
    ),
    (
        "Serbien hat Kenia 15 Radpanzer übergeben. Zehn weitere stehen noch aus.",
        ["RS>KE armoured_vehicle delivered 15", "RS>KE armoured_vehicle planned 10"],
    ),
    (
        "Belgien mustert seine Hubschrauber aus. Togo lehnte die angebotenen Hubschrauber ab.",
        ["BE>TG helicopter refused"],
    ),
    (
        "OSLO – Norwegen hat Kenia zwölf Mörser geliefert.\n\nLIMA – Peru bekommt von Brasilien "
        "drei Schulflugzeuge. Das Land zahlt in Raten.\n\nDAKAR – Bestellt sind auch 20 Lastwagen.",
        ["NO>KE artillery delivered 12", "BR>PE aircraft planned 3"],
    ),
    (
        "Oslo hat Estland acht Haubitzen verweigert. Geliefert wurden bislang nur Helme.",
        ["NO>EE artillery refused 8", "NO>EE equipment delivered"],
    ),
    (
        "Fünf Staaten nutzen die Panzerhaubitze, im Frühjahr hat Peru 18 Exemplare von Hanwha "
        "übernommen.",
        ["KR>PE artillery delivered 18"],
    ),
    (
        "Kenia hat seine Luftwaffe lange mit chinesischen Radaren ausgestattet.",
        ["CN>KE sensor delivered"],
    ),
    (
        "200 Gewehre aus Serbien für Mali beschlagnahmten Zöllner in einer Halle.",
        ["RS>ML small_arms cancelled 200"],
    ),
    (
        "Bangkok rüstet auf. Am Montag unterzeichnete die Luftwaffe einen Vertrag mit Saab über "
        "vier Gripen E/F. Acht weitere Maschinen sollen bis 2034 folgen.",
        ["SE>TH aircraft ordered 4", "SE>TH aircraft planned 8"],
    ),
    (
        "Für das neue Schiff verweigerte Norwegen der chinesischen Werft die Dieselmotoren.",
        ["NO>CN engine refused"],
    ),
    (
        "Dänemark gibt der Ukraine acht Haubitzen. Dazu kommen 40 Drohnen.",
        ["DK>UA artillery planned 8", "DK>UA uav planned 40"],
    ),
    (
        "Litauen hat der Bundeswehr 21 Haubitzen abgekauft. Vier davon stehen bereits in Rukla.",
        ["DE>LT artillery ordered 21", "DE>LT artillery delivered 4"],
    ),
    (
        "Peru hat in Südkorea 54 Panzer bestellt. Die Auslieferung soll 2027 beginnen.",
        ["KR>PE armoured_vehicle ordered 54", "KR>PE armoured_vehicle planned 54"],
    ),
    (
        "Peru hat in Südkorea 54 Panzer bestellt. Ausgeliefert wird zwischen 2026 und 2029.",
        ["KR>PE armoured_vehicle ordered 54", "KR>PE armoured_vehicle planned 54"],
    ),
    (
        "Peru hat in Südkorea 54 Panzer bestellt. Der Rest soll 2029 eintreffen.",
        ["KR>PE armoured_vehicle ordered 54", "KR>PE armoured_vehicle planned"],
    ),
    (
        "Belgien hat der Ukraine 20 Mörser überlassen, zwölf weitere sind versprochen.",
        ["BE>UA artillery delivered 20", "BE>UA artillery planned 12"],
    ),
    (
        "Russland hat Mali zwei Hubschrauber geliefert. Aus Pakistan kamen im Mai drei JF-17.",
        ["RU>ML helicopter delivered 2", "PK>ML aircraft delivered 3"],
    ),
    (
        "Zyperns Nationalgarde hat von Israel vier Drohnen erhalten. Die Türkei protestierte. Mit "
        "Frankreich spricht die Nationalgarde über zehn Hubschrauber.",
        ["IL>CY uav delivered 4", "FR>CY helicopter negotiated 10"],
    ),
    (
        "Norwegen hat bei Hyundai Rotem 54 Panzer bestellt. Oslo will nicht aufgeben.",
        ["KR>NO armoured_vehicle ordered 54"],
    ),
    (
        "Kenia hat in Spanien vier Korvetten bestellt. Aus Madrid kam zunächst keine Reaktion.",
        ["ES>KE ship ordered 4"],
    ),
    (
        "Leonardo hat die ersten drei von 24 bestellten leichten Kampfflugzeugen an Nigeria "
        "ausgeliefert.",
        ["IT>NG aircraft delivered 3"],
    ),
    (
        "Oman hat bei Airbus sechs Hubschrauber bestellt. Auch Katar hat das Modell geordert.",
        ["FR>OM helicopter ordered 6", "FR>QA helicopter ordered"],
    ),
    (
        "Südkorea liefert Polen zwölf Kampfjets FA-50. Bestellt hatte Warschau insgesamt 48 "
        "Maschinen für drei Milliarden Dollar.",
        ["KR>PL aircraft planned 12", "KR>PL aircraft ordered 48"],
    ),
    (
        "Ghana hat in Bremen vier Schnellboote bestellt. Abgeliefert werden sollen die Boote 1980.",
        ["DE>GH ship ordered 4", "DE>GH ship planned"],
    ),
    (
        "Navantia verkauft Marokko vier Korvetten. Der Vertrag enthält eine Option auf zwei "
        "weitere Einheiten.",
        ["ES>MA ship ordered 4", "ES>MA ship ordered 2"],
    ),
    (
        "Navantia hat der algerischen Marine zwei Fregatten verkauft. Über zwei weitere Fregatten "
        "wird mit den Algeriern verhandelt.",
        ["ES>DZ ship ordered 2", "ES>DZ ship negotiated 2"],
    ),
    (
        "In Myanmar herrscht das Militär. Deutschland ist besorgt. Belarus hat den Generälen zwei "
        "Radargeräte verkauft.",
        ["BY>MM sensor ordered 2"],
    ),
    (
        "Chinesische Rüstungsfirmen haben Kenia zehn Radpanzer geliefert. Danach boten die Firmen "
        "dem Land auch Haubitzen an.",
        ["CN>KE armoured_vehicle delivered 10", "CN>KE artillery offered"],
    ),
    (
        "Washington hatte den Peruanern den Kauf von acht Hubschraubern verweigert.",
        ["US>PE helicopter refused 8"],
    ),
    (
        "Norwegen hat der Türkei ohne lange Debatte drei Radargeräte verkauft.",
        ["NO>TR sensor ordered 3"],
    ),
    (
        "In Marokko hat Elbit die ersten acht Haubitzen übergeben. Die Lieferung von Eurofightern "
        "an Oman hat Berlin gebilligt.",
        ["IL>MA artillery delivered 8", "DE>OM aircraft ordered"],
    ),
    (
        "Pakistan hat in der Türkei vier Korvetten bestellt. Die erste soll Ende 2026 abgeliefert "
        "werden.",
        ["TR>PK ship ordered 4", "TR>PK ship planned 1"],
    ),
    (
        "Oman kauft in Italien sechs Hubschrauber. Die ersten sollen im Herbst eintreffen.",
        ["IT>OM helicopter ordered 6", "IT>OM helicopter planned"],
    ),
    (
        "Malaysia erhielt von der Türkei acht Drohnen. Die beiden übrigen sollen im Juni folgen.",
        ["TR>MY uav delivered 8", "TR>MY uav planned 2"],
    ),
    (
        "Die USA haben den Verkauf von zwölf Kampfflugzeugen an Nigeria genehmigt. Barack Obama "
        "hatte das Vorhaben im Januar auf Eis gelegt.",
        ["US>NG aircraft ordered 12", "US>NG aircraft cancelled 12"],
    ),
    (
        "Italien hat die Ausfuhr von zwei Fregatten nach Ägypten erlaubt. Das Außenministerium in "
        "Rom lehnte eine Stellungnahme ab.",
        ["IT>EG ship ordered 2"],
    ),
    (
        "Serbien kaufte von Russland ein Flugabwehrsystem. Mehr wird es von dort nicht geben.",
        ["RU>RS air_defence ordered 1"],
    ),
    (
        "Moskau reagiert gereizt. „Wir haben den Huthi niemals Waffen geschickt“, sagte ein "
        "Sprecher des Außenministeriums.",
        ["RU>org:Houthis unspecified delivered not"],
    ),
    (
        "Im Kreml ist man verärgert. „Bei uns ist keine einzige Haubitze aus Nordkorea "
        "angekommen“, behauptet ein Sprecher.",
        ["KP>RU artillery delivered not"],
    ),
    (
        "Am Sonntag zählte Venezuelas Präsident auf, was er in Moskau bestellt habe: 92 Panzer, "
        "dazu Raketenwerfer.",
        ["RU>VE armoured_vehicle ordered 92", "RU>VE artillery ordered"],
    ),
    (
        "Oslo hat Kiew ein Dutzend Haubitzen versprochen. Kim Jong Un (40) äußerte sich nicht.",
        ["NO>UA artillery planned 12"],
    ),
    (
        "Deutschland darf der Ukraine keine Raketen vom Typ Spike überlassen. Israel untersagte "
        "die Weitergabe.",
        ["DE>UA missile cancelled"],
    ),
    (
        "Moskau bat Minsk um die Rückgabe von Hubschraubertriebwerken. Islamabad dementierte, eine "
        "Anfrage erhalten zu haben.",
        ["BY>RU engine sought", "PK>RU engine sought"],
    ),
    (
        "Die argentinische Junta rüstet auf. Paris stoppte die Lieferung von Raketen an die Junta.",
        ["FR>AR missile cancelled"],
    ),
    (
        "Oslo will Kiew weitere Waffen liefern. Genehmigt wurde die Ausfuhr von 40 Mörsern "
        "aus norwegischen Armeebeständen.",
        ["NO>UA artillery ordered 40", "NO>UA unspecified planned"],
    ),
    (
        "Finnland schickt Moldau Waffen. Das Verteidigungsministerium billigte die Abgabe von"
        " zwölf Haubitzen.",
        ["FI>MD artillery ordered 12", "FI>MD unspecified delivered"],
    ),
    (
        "Peru hat fünf Panzer aus Bundeswehrbeständen erhalten.",
        ["DE>PE armoured_vehicle delivered 5"],
    ),
    (
        "Peru hat fünf Panzer aus NVA-Beständen erhalten.",
        ["DE>PE armoured_vehicle delivered 5"],
    ),
    (
        "Schweden will Moldau für den Schutz seiner Grenze ausrüsten. Auf der Liste stehen 20"
        " Lastwagen und 300 Gewehre.",
        ["SE>MD small_arms planned 300", "SE>MD vehicle planned 20"],
    ),
    (
        "Schweden hat ein neues Hilfspaket für Moldau angekündigt. Es umfasst 20 Lastwagen "
        "und 300 Gewehre.",
        ["SE>MD small_arms planned 300", "SE>MD vehicle planned 20"],
    ),
    (
        "Schweden hat ein Militärhilfepaket für die Ukraine geschnürt. Darin enthalten sind "
        "20 Radpanzer.",
        ["SE>UA armoured_vehicle planned 20"],
    ),
    (
        "HD Hyundai baut Patrouillenschiffe für Ecuador. Der Vertrag über die drei 80 Meter "
        "langen Schiffe hat einen Wert von 390 Millionen Dollar.",
        ["KR>EC ship ordered 3", "KR>EC ship planned"],
    ),
    (
        "Das Gesuch eines Herstellers, der Algerien 54 Panzer vom Typ Fuchs verkaufen möchte,"
        " liegt in Berlin.",
        ["DE>DZ armoured_vehicle planned 54"],
    ),
    (
        "Trotz der Proteste Griechenlands hat die Türkei den Kauf von zwölf Kampfjets aus "
        "Spanien gebilligt.",
        ["ES>TR aircraft ordered 12"],
    ),
    (
        "Südkorea hat damit begonnen, Peru mit Schützenpanzern zu beliefern.",
        ["KR>PE armoured_vehicle delivered"],
    ),
    (
        "Schwedens Lieferung von 500 Panzerfäusten ist noch nicht in der Ukraine angekommen.",
        ["SE>UA small_arms delivered not"],
    ),
    (
        "Die Bundesregierung gab grünes Licht für ein U-Boot der Kieler Werft TKMS, welches "
        "Singapur bestellt hat.",
        ["DE>SG ship ordered 1"],
    ),
    (
        "Die Schweiz verweigert Dänemark die Weitergabe von 20 Schützenpanzern an die Ukraine.",
        ["DK>UA armoured_vehicle cancelled 20"],
    ),
    (
        "Spanien liefert Jordanien 50 Granatwerfer im Kaliber 81 Millimeter. Die Opposition "
        "kündigte eine parlamentarische Anfrage an.",
        ["ES>JO artillery planned 50"],
    ),
    (
        "Norwegen hat inzwischen zwei Radargeräte geschickt und redet mit den Moldauern über "
        "Schützenpanzer.",
        ["NO>MD armoured_vehicle negotiated", "NO>MD sensor delivered 2"],
    ),
    (
        "Die belgische Regierung mustert Schiffe aus. Brüssel bietet Bulgarien drei Minenjäger an.",
        ["BE>BG ship offered 3"],
    ),
    (
        "Jordanien rüstet auf. König Abdullah hatte in Washington um 16 Panzer gebeten.",
        ["US>JO armoured_vehicle sought 16"],
    ),
    (
        "TKMS hat in Kiel ein U-Boot für Singapur getauft.",
        ["DE>SG ship planned 1"],
    ),
    (
        "Peru rechnet noch in diesem Jahr mit zwei Hubschraubern aus Russland.",
        ["RU>PE helicopter planned 2"],
    ),
    (
        "Estland hat der Ukraine 4000 Granaten übergeben. Weitere 2000 würden bis Mai auf den"
        " Weg gebracht, schrieb der Minister.",
        ["EE>UA ammunition delivered 4000", "EE>UA ammunition planned 2000"],
    ),
    (
        "Norwegen schickt der Ukraine Panzer. Oslo brauche die Jäger dagegen selbst, hieß es.",
        ["NO>UA armoured_vehicle delivered"],
    ),
    (
        "Portugal unterzeichnete einen Vertrag mit Otokar über 140 Fahrzeuge des Typs Cobra "
        "II. 32 davon sollen noch in diesem Jahr eintreffen.",
        ["TR>PT armoured_vehicle ordered 140", "TR>PT armoured_vehicle planned 32"],
    ),
    (
        "Zehn Patrouillenboote hat Kenia von Spanien zwischen 2012 und 2015 erhalten.",
        ["ES>KE ship delivered 10"],
    ),
    (
        "Kenia rüstet auf. In Nairobi warb der Minister für Frieden. Spanien hat dem Land "
        "vier Korvetten versprochen.",
        ["ES>KE ship planned 4"],
    ),
    (
        "China, das sich in Hambantota einen Hafen sichert, hat Kenia eine Fregatte angeboten.",
        ["CN>KE ship offered 1"],
    ),
    (
        "Schon im Winter sollen sechs Schützenpanzer aus ukrainischen Beständen zu Unita "
        "gelangt sein.",
        ["UA>org:UNITA armoured_vehicle delivered 6"],
    ),
    (
        "Washington befürchtet, Sanaa könne einen Teil der Raketen an Clans in Somalia "
        "weitergeben.",
        ["YE>None missile planned"],
    ),
    (
        "Hensoldt stattet die neuen Patrouillenschiffe der peruanischen Marine mit Radaren aus.",
        ["DE>PE sensor delivered"],
    ),
    (
        "Schweden hat mit Peru einen Vertrag über zehn Gripen geschlossen. Bestandteil des "
        "Vertrages sind außerdem 40 Lenkflugkörper.",
        ["SE>PE aircraft ordered 10", "SE>PE missile ordered 40"],
    ),
    (
        "Nun hat die nigrische Regierung in Ankara bewaffnete Drohnen angefragt.",
        ["TR>NE uav sought"],
    ),
    (
        "Usbekistan hat seine Streitkräfte lange mit russischem Kriegsgerät ausgestattet.",
        ["RU>UZ unspecified delivered"],
    ),
    (
        "Eine Werft aus Niedersachsen hat den Vietnamesen vier Schnellboote angeboten.",
        ["DE>VN ship offered 4"],
    ),
    (
        "Finnland hat mit Expal einen Vertrag über 38 Mörserkampfsysteme unterzeichnet.",
        ["ES>FI artillery ordered 38"],
    ),
]
SILENT = [
    "Fünf indische Kampfjets will die pakistanische Luftwaffe abgeschossen haben.",
    "Der Abgeordnete fordert die Bundesregierung auf, Kiew endlich Marschflugkörper zu geben.",
    "Der Vater forderte den Minister auf, der Armee Waffen aus den USA zu beschaffen.",
    "Westliche Sanktionen verhindern Moskaus Beschaffung von Raketen.",
    "Das Verteidigungsministerium versucht, seine Interessen bei den Panzern durchzusetzen.",
    "In Brüssel geht eine Liste herum, auf der sieben Patriot-Batterien für Kiew stehen.",
    "Für welche Panzer hat die Bundesregierung die Ausfuhr nach Kasachstan genehmigt?",
]


def _told(claim: TransferClaim) -> str:
    amount = claim.quantity.min if claim.quantity is not None else None
    parties = [party and (party.country or party.id) for party in (claim.supplier, claim.recipient)]
    said = "not" if claim.polarity.value == "negated" else amount or ""
    category, stage = claim.materiel.category.value, claim.stage.value
    return f"{parties[0]}>{parties[1]} {category} {stage} {said}".rstrip()


def _claims(text: str) -> list[str]:
    reading = read(Document(text=text, language="de", published="2024-05-15"))
    return [_told(claim) for claim in RulesExtractor().extract(reading)]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_a_sentence_goes_on_with_what_was_told(text: str, expected: list[str]) -> None:
    assert sorted(_claims(text)) == sorted(expected)


@pytest.mark.parametrize("text", SILENT)
def test_no_transfer_is_told(text: str) -> None:
    assert _claims(text) == []
