"""The sets of a folder: which file is of which format, what it holds, and the scorer's figures for an extractor."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lives import score as lives_score

from factscan.engine.facts import extractor_of, facts_of_lines
from factscan.report.facts import shown_statements

Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Bench:
    """Where the scorers are, where predictions go, and with which pipeline (None: the shipped one)."""

    scorers: Path
    out: Path
    model: str | None
    limit: int | None

    def run(self, script: str, *arguments: object) -> str:
        """The output of a scorer."""
        command = [sys.executable, str(self.scorers / script), *map(str, arguments)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def statements(self, gold: Path, sentences: Iterator[str], view: str) -> Path:
        """The asserted statements of the sentences, as tab-separated values in a file."""
        texts = self.out / f"{gold.stem}.sentences.txt"
        texts.write_text("".join(f"{sentence}\n" for sentence in dict.fromkeys(sentences)), encoding="utf-8")
        found = self.out / f"{gold.stem}.{view}.tsv"
        with found.open("w", encoding="utf-8") as file:
            for record in facts_of_lines(str(texts), extractor_of(self.model, None, view)):
                asserted = [s for s in record.statements if s.asserted]
                for line in shown_statements(record.record, asserted, "tsv", flags=False, lines=True):  # type: ignore[arg-type]
                    file.write(f"{line}\n")
        return found


def measures(folder: Path, bench: Bench, only: set[str]) -> Iterator[tuple[str, str, Figures]]:
    """(measure, file, figures) of every set in the folder whose name begins with a known format."""
    for gold in sorted(folder.iterdir()):
        for (prefix, suffix), (names, measure) in _FORMATS.items():
            if gold.name.startswith(prefix) and gold.name.endswith(suffix) and (not only or prefix in only):
                for name, figures in zip(names, measure(gold, bench), strict=True):
                    yield name, gold.name, figures


def _labelled(gold: Path, bench: Bench) -> list[Figures]:
    passages = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    found, figures = bench.out / f"{gold.stem}.facts.jsonl", bench.out / f"{gold.stem}.json"
    extractor = extractor_of(bench.model, None, None)
    with found.open("w", encoding="utf-8") as file:
        for passage, mentions in zip(
            passages, extractor.extract((p["title"], p["text"]) for p in passages), strict=True
        ):
            for m in mentions:
                if m.asserted:
                    row = {
                        "id": passage["id"],
                        "subject": m.subject,
                        "relation": m.relation,
                        "object": m.object,
                    }
                    file.write(json.dumps(row, ensure_ascii=False) + "\n")
    bench.run("score_facts.py", "--gold", gold, "--pred", found, "--json", figures)
    all_of = json.loads(figures.read_text())["ALL"]
    return [
        {
            "precision": all_of["precision"],
            "recall of core facts": all_of["recall"],
            "exact subject keys": all_of["subject_key"],
            "duplicates": all_of["duplicates"],
            "leak of not-facts": all_of["leak"],
        }
    ]


def _factuality(gold: Path, bench: Bench) -> list[Figures]:
    sentences = (json.loads(line)["sent"] for line in gold.read_text(encoding="utf-8").splitlines())
    found = bench.statements(gold, sentences, "open")
    return [_named(bench.run("score_factuality.py", "--gold", gold, "--pred", found), "leak", "keep")]


def _pairs(gold: Path, bench: Bench) -> list[Figures]:
    sentences = (json.loads(line)["sent"] for line in gold.read_text(encoding="utf-8").splitlines())
    found = bench.statements(gold, sentences, "open")
    return [_named(bench.run("pair_recall.py", "--gold", gold, "--pred", found), "loose", "strict")]


def _lives(gold: Path, bench: Bench) -> list[Figures]:
    return [lives_score(gold, extractor_of(bench.model, None, None), bench.limit)]


def _benchie(gold: Path, bench: Bench) -> list[Figures]:
    sentences = re.findall(r"sent_id:\S*\t(.*)", gold.read_text(encoding="utf-8"))
    return [_openie("benchie", gold, bench, sentences, "minimal")]


def _carb(gold: Path, bench: Bench) -> list[Figures]:
    rows = gold.read_text(encoding="utf-8").splitlines()
    sentences = [row.split("\t")[0] for row in rows if "\t" in row]
    return [
        _openie("carb", gold, bench, sentences, "open"),
        _openie("carb", gold, bench, sentences, "open", "--single"),
    ]


def _wire57(gold: Path, bench: Bench) -> list[Figures]:
    documents = json.loads(gold.read_text(encoding="utf-8"))
    sentences = [sentence["sent"] for document in documents.values() for sentence in document]
    return [_openie("wire57", gold, bench, sentences, "open")]


def _openie(kind: str, gold: Path, bench: Bench, sentences: list[str], view: str, *options: str) -> Figures:
    found = bench.statements(gold, iter(sentences), view)
    output = bench.run(
        "score_openie.py", kind, "--align", *options, "--gold", gold, "--pred", found, "--json", "-"
    )
    (figures,) = json.loads(output[output.index("{") :]).values()
    return {"F1": figures["f1"], "precision": figures["precision"], "recall": figures["recall"]}


def _named(output: str, *names: str) -> Figures:
    """The figures that follow their names in a scorer's line."""
    return {name: float(re.search(rf"\b{name} (\d*\.\d+)", output)[1]) for name in names}  # type: ignore[index]


_FORMATS: dict[tuple[str, str], tuple[tuple[str, ...], Callable[[Path, Bench], list[Figures]]]] = {
    ("facts", ".jsonl"): (("labelled passages",), _labelled),
    ("factuality", ".jsonl"): (("factuality",), _factuality),
    ("wikibio", ".jsonl.gz"): (("dates of lives",), _lives),
    ("benchie", ".txt"): (("BenchIE",), _benchie),
    ("pairs", ".jsonl"): (("related pairs",), _pairs),
    ("carb", ".tsv"): (("CaRB", "CaRB, single match"), _carb),
    ("wire57", ".json"): (("WiRe57",), _wire57),
}
