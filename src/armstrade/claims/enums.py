"""The closed vocabularies of a transfer claim.

The values are the strings of the annotation guide; the definitions follow the
SIPRI Arms Transfers Database (ordered, delivered), the UN Register of
Conventional Arms (categories) and the factuality literature (polarity,
factuality; Saurí and Pustejovsky 2009).
"""

from __future__ import annotations

from enum import StrEnum


class Category(StrEnum):
    """What kind of materiel is transferred."""

    AIRCRAFT = "aircraft"
    HELICOPTER = "helicopter"
    UAV = "uav"
    AIR_DEFENCE = "air_defence"
    MISSILE = "missile"
    ARTILLERY = "artillery"
    ARMOURED_VEHICLE = "armoured_vehicle"
    SHIP = "ship"
    SMALL_ARMS = "small_arms"
    AMMUNITION = "ammunition"
    ENGINE = "engine"
    SENSOR = "sensor"
    VEHICLE = "vehicle"
    COMPONENT = "component"
    EQUIPMENT = "equipment"
    UNSPECIFIED = "unspecified"
    OTHER = "other"


class Stage(StrEnum):
    """How far the transfer has come, at the moment the statement speaks of."""

    SOUGHT = "sought"
    OFFERED = "offered"
    NEGOTIATED = "negotiated"
    ORDERED = "ordered"
    PLANNED = "planned"
    DELIVERED = "delivered"
    REFUSED = "refused"
    CANCELLED = "cancelled"


class Polarity(StrEnum):
    """Whether the statement says that the transfer happens or that it does not."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Factuality(StrEnum):
    """How the statement is vouched for."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    POSSIBLE = "possible"
    DENIED = "denied"


class Mode(StrEnum):
    """The kind of bargain behind the transfer."""

    SALE = "sale"
    AID = "aid"
    BARTER = "barter"
    RETURN = "return"
    LOAN = "loan"
    LICENSED_PRODUCTION = "licensed_production"
    SMUGGLING = "smuggling"
    TRANSIT = "transit"
    UNSPECIFIED = "unspecified"


class Unit(StrEnum):
    """What the quantity counts."""

    PIECE = "piece"
    CONTAINER = "container"
    TONNE = "tonne"
    BATTERY = "battery"
    BATTALION = "battalion"
    SQUADRON = "squadron"
    SHIPMENT = "shipment"


class Condition(StrEnum):
    """The state of the materiel."""

    NEW = "new"
    SECOND_HAND = "second_hand"
    MODERNISED = "modernised"


class Counting(StrEnum):
    """How a quantity relates to others told of the same deal."""

    ADDITIONAL = "additional"
    CUMULATIVE = "cumulative"
    SUBSET = "subset"
