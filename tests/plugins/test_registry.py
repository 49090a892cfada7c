"""The registry: every hook, laziness, isolation, selection, duplicates."""

from __future__ import annotations

import sys

import pytest

import armstrade
from armstrade.errors import PluginError, UnknownNameError
from armstrade.plugins import PluginStatus, Registry
from armstrade.plugins.discovery import selection


class Named:
    """Has a name, and whatever else is asked of it."""

    languages = ()
    suffixes = (".x",)
    splits = ("test",)

    def __init__(self, name="demo", **members):
        self.name = name
        vars(self).update(members)

    def extract(self, reading):
        return []

    def combine(self, outcomes, document):
        return []

    def read(self, path):
        return []

    def writer(self, stream):
        return self

    def load(self, split=None, *, language=None):
        return []


def plugin(hook, function):
    """An object that implements one hook."""
    holder = type("Holder", (), {})()
    setattr(holder, hook, armstrade.hookimpl(specname=hook)(function))
    return holder


def registry_with(hook, *values):
    registry = Registry.empty()
    registry.register(plugin(hook, lambda: list(values)), name="one")
    return registry


def test_hook_extractors():
    registry = registry_with("armstrade_extractors", Named("b"), Named("a"))
    assert [found.name for found in registry.extractors()] == ["a", "b"]
    assert registry.extractor("b").plugin == "one"


def test_hook_lexicon_entries():
    registry = registry_with("armstrade_lexicon_entries", {"term": "x"}, {"term": "a"})
    found = registry.lexicon_entries()
    assert [(one.plugin, one.value["term"]) for one in found] == [("one", "x"), ("one", "a")]


def test_hook_readers():
    assert [one.name for one in registry_with("armstrade_readers", Named()).readers()] == ["demo"]


def test_hook_combiners():
    registry = registry_with("armstrade_combiners", Named("best"))
    assert registry.combiner("best").value.combine([], None) == []


def test_hook_corpora():
    registry = registry_with("armstrade_corpora", Named("wires"))
    assert [one.name for one in registry.corpora()] == ["wires"]
    assert registry.corpus("wires").value.splits == ("test",)


def test_hook_exporters():
    registry = registry_with("armstrade_exporters", Named("ftm"))
    assert [one.name for one in registry.exporters()] == ["ftm"]
    assert registry.exporter("ftm").value.writer(None) is registry.exporters()[0].value


def test_hook_commands():
    registry = Registry.empty()
    registry.register(plugin("armstrade_commands", lambda app: app.append("count")), name="one")
    registry.register(plugin("armstrade_commands", lambda: None), name="takes-no-argument")
    registry.register(plugin("armstrade_commands", lambda app: app.nonsense()), name="broken")
    app: list[str] = []
    registry.add_commands(app)
    assert app == ["count"]
    assert [failure.name for failure in registry.failures] == ["broken"]


def test_nothing_is_loaded_before_it_is_needed(site, extractor_code):
    module = site.install("arm-keyword", "keyword", extractor_code("keyword"))
    registry = Registry(entry_points=site.points)
    (info,) = [one for one in registry.describe() if not one.builtin]
    assert (info.name, info.distribution, info.version) == ("keyword", "arm-keyword", "1.0")
    assert info.status is PluginStatus.AVAILABLE
    registry.combiner("union")
    assert module not in sys.modules
    assert registry.extractor("keyword").distribution == "arm-keyword 1.0"
    assert module in sys.modules
    (info,) = [one for one in registry.describe() if not one.builtin]
    assert (info.status, info.hooks) == (PluginStatus.LOADED, ("armstrade_extractors",))


@pytest.mark.parametrize(
    ("code", "kind", "when"),
    [
        ("import no_such_module_anywhere", "ModuleNotFoundError", "load"),
        ("1 / 0", "ZeroDivisionError", "load"),
        ("raise SystemExit(3)", "SystemExit", "load"),
        ("def f(:", "SyntaxError", "load"),
        ("", "PluginError", "register"),
        (
            "import armstrade\n@armstrade.hookimpl\ndef armstrade_extractor(): ...",
            "PluginError",
            "register",
        ),
        (
            "import armstrade\n@armstrade.hookimpl\ndef armstrade_readers(path): ...",
            "PluginError",
            "register",
        ),
        (
            "import armstrade\n@armstrade.hookimpl(wrapper=True)\n"
            "def armstrade_readers():\n    return (yield)",
            "PluginError",
            "register",
        ),
        (
            "import armstrade\n@armstrade.hookimpl\ndef armstrade_extractors():\n    1 / 0",
            "ZeroDivisionError",
            "hook",
        ),
        (
            "import armstrade\n@armstrade.hookimpl\ndef armstrade_extractors():\n    return 7",
            "TypeError",
            "hook",
        ),
        (
            "import armstrade\n@armstrade.hookimpl\ndef armstrade_extractors():\n    return [7]",
            "PluginError",
            "hook",
        ),
    ],
)
def test_a_broken_plugin_is_named_and_harms_nobody(site, extractor_code, code, kind, when):
    site.install("arm-broken", "broken", code)
    site.install("arm-fine", "fine", extractor_code("fine"))
    registry = Registry(builtins=False, entry_points=site.points)
    assert [found.name for found in registry.extractors()] == ["fine"]
    (failure,) = registry.failures
    assert (failure.name, failure.type, failure.when) == ("broken", kind, when)
    assert failure.distribution == "arm-broken 1.0"
    assert "Traceback" in failure.traceback
    status = {one.name: one.status for one in registry.describe()}
    assert status == {"broken": PluginStatus.FAILED, "fine": PluginStatus.LOADED}
    with pytest.raises(PluginError, match=f"broken.*{kind}"):
        registry.extractor("broken")


def test_what_is_registered_before_a_hook_breaks_counts():
    def half():
        yield Named("first")
        yield object()
        yield Named("second")
        raise OSError("disk gone")

    registry = Registry.empty()
    registry.register(plugin("armstrade_extractors", half), name="half")
    assert [found.name for found in registry.extractors()] == ["first", "second"]
    assert [failure.type for failure in registry.failures] == ["PluginError", "OSError"]


def test_failures_are_recorded_once(site):
    site.install("arm-broken", "broken", "1 / 0")
    registry = Registry(entry_points=site.points)
    for _ in range(3):
        registry.extractors()
        registry.combiners()
    assert len([one for one in registry.failures if one.name == "broken"]) == 1


def test_keyboard_interrupt_passes(site):
    site.install("arm-broken", "broken", "raise KeyboardInterrupt")
    with pytest.raises(KeyboardInterrupt):
        Registry(builtins=False, entry_points=site.points).extractors()


def test_duplicate_extractors_raise_and_name_both_distributions(site, extractor_code):
    site.install("arm-one", "one", extractor_code("same"))
    site.install("arm-two", "two", extractor_code("same"), version="2.1")
    registry = Registry(builtins=False, entry_points=site.points)
    with pytest.raises(PluginError, match=r"'same'.*arm-one 1\.0.*arm-two 2\.1"):
        registry.extractors()
    with pytest.raises(PluginError, match=r"'same'.*arm-one 1\.0.*arm-two 2\.1"):
        registry.extractor("same")
    registry.block("two")
    assert [found.distribution for found in registry.extractors()] == ["arm-one 1.0"]


def test_a_plugin_cannot_take_the_name_of_a_builtin(site):
    code = """
    import armstrade
    class Mine:
        name = "union"
        def combine(self, outcomes, document): return []
    @armstrade.hookimpl
    def armstrade_combiners(): return [Mine()]
    """
    site.install("arm-thief", "union", code)
    with pytest.raises(PluginError, match=r"two plugins register the combiner 'union'"):
        Registry(entry_points=site.points).combiner("union")


def test_two_distributions_with_one_plugin_name(site, extractor_code):
    site.install("arm-one", "same", extractor_code("a"))
    site.install("arm-two", "same", extractor_code("b"))
    registry = Registry(builtins=False, entry_points=site.points)
    assert registry.extractors() == []
    (failure,) = registry.failures
    assert "arm-one 1.0 and arm-two 1.0" in failure.message


def test_the_order_is_by_name_not_by_installation(site, extractor_code):
    for name in ("c", "a", "b"):
        site.install(f"arm-{name}", name, extractor_code(f"x{name}"))
    for points in (site.points, site.points[::-1]):
        registry = Registry(builtins=False, entry_points=points)
        assert [found.name for found in registry.extractors()] == ["xa", "xb", "xc"]


def test_asking_for_one_loads_no_other(site, extractor_code):
    site.install("arm-one", "one", extractor_code("one"))
    other = site.install("arm-heavy", "heavy", extractor_code("heavy"))
    registry = Registry(builtins=False, entry_points=site.points)
    assert registry.extractor("one").name == "one"
    assert other not in sys.modules


def test_an_extractor_is_found_under_another_plugin_name(site, extractor_code):
    site.install("arm-one", "family", extractor_code("child"))
    registry = Registry(builtins=False, entry_points=site.points)
    assert registry.extractor("child").plugin == "family"


@pytest.mark.parametrize(
    ("value", "expected"),
    [(None, ["a", "b"]), ("", []), ("b", ["b"]), (" a , b ", ["a", "b"]), ("a,zzz", ["a"])],
)
def test_the_environment_selects(site, extractor_code, monkeypatch, value, expected):
    for name in ("a", "b"):
        site.install(f"arm-{name}", name, extractor_code(name))
    if value is None:
        monkeypatch.delenv("ARMSTRADE_LOAD_PLUGINS", raising=False)
    else:
        monkeypatch.setenv("ARMSTRADE_LOAD_PLUGINS", value)
    registry = Registry(builtins=False, entry_points=site.points)
    assert [found.name for found in registry.extractors()] == expected
    unknown = [failure.name for failure in registry.failures]
    assert unknown == (["zzz"] if value and "zzz" in value else [])
    status = {one.name: one.status for one in registry.describe()}
    for name in status:
        assert (status[name] is PluginStatus.LOADED) == (name in expected)


def test_selection_reads_only_its_variable():
    assert selection({"ARMSTRADE_LOAD": "a"}) is None


def test_a_blocked_plugin_does_not_load(site, extractor_code):
    module = site.install("arm-one", "one", extractor_code("one"))
    registry = Registry(builtins=False, entry_points=site.points)
    registry.block("one")
    assert registry.extractors() == []
    assert module not in sys.modules
    assert [one.status for one in registry.describe()] == [PluginStatus.BLOCKED]


def test_a_builtin_can_be_blocked():
    registry = Registry(entry_points=())
    registry.block("armstrade.combine")
    with pytest.raises(UnknownNameError):
        registry.combiner("union")


def test_registering_by_hand_checks_at_once():
    registry = Registry.empty()
    with pytest.raises(PluginError, match="implements no hook"):
        registry.register(object(), name="empty")
    with pytest.raises(PluginError, match="is a class"):
        registry.register(Named, name="class")
    registry.register(plugin("armstrade_readers", lambda: ()), name="one")
    with pytest.raises(PluginError, match="already registered"):
        registry.register(plugin("armstrade_readers", lambda: ()), name="one")
    registry.block("two")
    with pytest.raises(PluginError, match="is blocked"):
        registry.register(plugin("armstrade_readers", lambda: ()), name="two")


def test_registries_share_nothing():
    one, two = Registry.empty(), Registry.empty()
    one.register(plugin("armstrade_extractors", lambda: [Named("a")]), name="p")
    assert [found.name for found in one.extractors()] == ["a"]
    assert two.extractors() == []


def test_an_unknown_name_suggests_a_close_one():
    with pytest.raises(UnknownNameError, match="Did you mean 'union'"):
        Registry(entry_points=()).combiner("unoin")


def test_a_value_that_lacks_members_is_told_which():
    registry = Registry.empty()

    class Half:
        name = "half"

    registry.register(plugin("armstrade_readers", lambda: [Half()]), name="p")
    assert registry.readers() == []
    assert "lacks read, suffixes" in registry.failures[0].message


def test_the_builtins_load_without_a_failure():
    registry = Registry(entry_points=())
    registry.load()
    assert registry.failures == ()
    assert {one.status for one in registry.describe()} == {PluginStatus.LOADED}
