"""Near-duplicates through the door that a user takes: a corpus is scanned, and the run is asked."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from planting import pair, words

from factscan.dedup import NearOptions
from factscan.engine.batches import Cut
from factscan.engine.options import ScanOptions
from factscan.engine.pipeline import job_of
from factscan.engine.rebuild import rebuild
from factscan.engine.scan import scan
from factscan.errors import UsageError
from factscan.extract.extraction import Extraction
from factscan.run import Run


class Silent:
    """An extractor that finds no fact."""

    identity = "silent-1"

    def extractions(self, documents: Iterable[tuple[str, str]]) -> Iterator[Extraction]:
        return (Extraction(1, []) for _ in documents)


def corpus(folder: Path, shards: int) -> list[str]:
    """Fifteen pairs of similarity .95, .85 and .75, and their texts once more in capitals."""
    texts = {
        f"{jaccard}-{seed}-{copy}": text
        for seed, jaccard in enumerate([0.95, 0.85, 0.75] * 5)
        for copy, text in enumerate(pair(seed, 300, jaccard))
    }
    texts |= {f"{name}-again": text.upper() for name, text in texts.items()}
    texts["long"] = "\n\n".join(" ".join(words(seed, 100)) for seed in range(60))
    texts["longer"] = texts["long"] + " and so on."
    records = sorted(texts.items())
    folder.mkdir()
    for shard in range(shards):
        lines = [json.dumps({"id": name, "text": text}) for name, text in records[shard::shards]]
        (folder / f"{shard}.jsonl").write_text("\n".join(lines))
    return [str(folder)]


def together(path: Path) -> set[frozenset[str]]:
    """The clusters, by the ids of their documents."""
    query = "select list(doc_id) as ids from documents group by cluster"
    return {frozenset(row["ids"]) for row in Run(path).sql(query).to_pylist()}


def test_near_copies_are_together_however_the_corpus_is_cut(tmp_path: Path) -> None:
    found = []
    for shards, cut in ((1, Cut()), (3, Cut(characters=10_000, records=7))):
        path = tmp_path / f"run{shards}"
        options = ScanOptions(workers=1, cut=cut)
        scan(corpus(tmp_path / f"corpus{shards}", shards), path, options, extractor=Silent)
        found.append(together(path))
    assert found[0] == found[1]
    assert {len(ids) for ids in found[0] if "0.95" in min(ids) or "0.85" in min(ids)} == {4}
    assert {len(ids) for ids in found[0] if "0.75" in min(ids)} == {2}
    assert frozenset({"long", "longer"}) in found[0]


def test_another_threshold_is_chosen_without_a_scan(tmp_path: Path) -> None:
    path = tmp_path / "run"
    scan(corpus(tmp_path / "corpus", 1), path, ScanOptions(workers=1), extractor=Silent)
    for threshold, clusters in ((0.7, 16), (0.9, 26), (1.0, 32)):
        rebuild(path, near_threshold=threshold)
        assert len(together(path)) == clusters
        (row,) = Run(path).sql("from clustering").to_pylist()
        assert row["threshold"] == threshold


@pytest.mark.parametrize(("shingle", "permutations"), [(0, 128), (101, 128), (5, 8), (5, 5000)])
def test_options_out_of_range_are_refused(shingle: int, permutations: int) -> None:
    with pytest.raises(UsageError, match="is between"):
        NearOptions(shingle, permutations)


def test_options_come_from_a_pipeline_file_and_the_command_line(tmp_path: Path) -> None:
    job = tmp_path / "job.toml"
    job.write_text('[scan]\nsources = ["c"]\nout = "run"\nnear_shingle = 8\nnear_threshold = 0.9\n')
    options = job_of([str(job)], {"near_permutations": 64, "near_threshold": 0.7}).options
    assert (options.near, options.near_threshold) == (NearOptions(shingle=8, permutations=64), 0.7)
    with pytest.raises(UsageError, match="threshold"):
        job_of([str(job)], {"near_threshold": 80.0})
