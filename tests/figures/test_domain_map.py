"""Domains put together anew at report time, without any text being read."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import MakeRun, Stated, write_run

from factscan.cli import cli
from factscan.errors import InputError, UsageError
from factscan.figures import Report, Settings
from factscan.figures.domain_map import read_domain_map

RULES = (("web_*", "web"), ("web_b", "books"), ("law", "texts"), ("forum", "web"), ("gone*", "never"))
NEW = {"web_a": "web", "web_b": "books", "law": "texts", "forum": "web"}


def documents() -> list[Stated]:
    """Facts shared within and between five domains, with copies among them."""
    names = ["web_a", "web_b", "law", "forum", "bio"]
    own = [
        Stated([(f"s{n % 17}", "r", "x"), (f"o{n}", "q", "y")], domain=names[n % 5], source=names[n % 3])
        for n in range(60)
    ]
    copies = [Stated([("c", "r", "x")], domain=name, near="c", text=f"copy {name}") for name in names]
    said = [Stated([("b", "r", "x")], domain=name, said=["All the same."]) for name in names]
    return [*own, *copies, *said]


def without_names(report: Report) -> dict[str, object]:
    """Everything but what a map says of itself."""
    data = report.as_dict()
    return {name: found for name, found in data.items() if name not in ("settings", "regrouped")}


@pytest.mark.parametrize(
    "chosen", [Settings(by_source=True), Settings(scope="alone", dedup="near,sentences")]
)
def test_regrouped_domains_are_those_of_a_run_that_was_scanned_with_the_new_names(
    chosen: Settings, make_run: MakeRun
) -> None:
    old = make_run(documents()).report(replace(chosen, domains=RULES))
    new = make_run([replace(one, domain=NEW.get(one.domain, one.domain)) for one in documents()]).report(
        chosen
    )
    assert without_names(old) == without_names(new)
    assert [row.name for row in old.domains] == ["bio", "books", "texts", "web"]


def test_the_report_says_what_each_rule_did_and_which_did_nothing(make_run: MakeRun) -> None:
    report = make_run(documents()).report(Settings(domains=RULES))
    assert [(item.pattern, item.name, item.examples) for item in report.regrouped] == [
        ("web_*", "web", ["web_a"]),
        ("web_b", "books", ["web_b"]),
        ("law", "texts", ["law"]),
        ("forum", "web", ["forum"]),
        ("gone*", "never", []),
    ]
    assert report.as_dict()["settings"]["domains"][0] == ["web_*", "web"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("map.csv", 'old,new\n# put together\n"web_*",web\n\nweb_b, books\n'),
        ("map.tsv", "old domain\tnew domain\nweb_*\tweb\nweb_b\tbooks\n"),
        ("map.toml", '"web_*" = "web"\nweb_b = "books"\n'),
        ("table.toml", '[domains]\n"web_*" = "web"\nweb_b = "books"\n'),
    ],
)
def test_a_map_is_a_table_of_two_columns_or_toml(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text)
    assert read_domain_map(str(tmp_path / name)) == (("web_*", "web"), ("web_b", "books"))


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("map.csv", "a,b\nc\n", "line 2: a line has two columns"),
        ("map.csv", "a,\n", "line 1: a line has two columns"),
        ("map.csv", "# nothing\n", "renames no domain"),
        ("map.toml", "a = 1\n", "'a' is given no name"),
        ("map.toml", "a b\n", "is no TOML"),
        ("gone.csv", None, "cannot be read"),
    ],
)
def test_a_map_that_cannot_be_read_is_refused_with_its_line(
    name: str, text: str | None, says: str, tmp_path: Path
) -> None:
    if text is not None:
        (tmp_path / name).write_text(text)
    with pytest.raises(InputError, match=says):
        read_domain_map(str(tmp_path / name))


def test_settings_refuse_a_rule_without_a_name() -> None:
    with pytest.raises(UsageError, match="neither empty"):
        Settings(domains=(("a", ""),))


def test_report_mix_and_forecast_take_a_map(tmp_path: Path) -> None:
    path = write_run(tmp_path / "r", documents()).path
    (tmp_path / "map.csv").write_text("web_*,web\nnosuch,other\n")

    def told(*arguments: str) -> str:
        given = [*arguments, "--domains", str(tmp_path / "map.csv")]
        return CliRunner().invoke(cli, given, catch_exceptions=False).output

    shown = told("report", path)
    assert "web_a" not in shown.split("\n\n")[1]
    assert "domains regrouped by --domains: web = web_a, web_b" in shown
    assert "! the map of domains: no domain fits 'nosuch'" in shown
    mixed = json.loads(told("mix", path, "--drop", "web", "--format", "json"))
    assert {row["name"]: row["kept"] for row in mixed["domains"]}["web"] == 0
    grown = json.loads(told("forecast", path, "--to", "0.6", "--format", "json"))
    assert [row["group"] for row in grown["groups"]] == ["overall", "bio", "forum", "law", "web"]
