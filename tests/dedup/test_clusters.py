from pathlib import Path

import pytest
from planting import clusters, pair, words


def planted(pairs: int, count: int, jaccard: float) -> list[str]:
    return [text for seed in range(pairs) for text in pair(seed, count, jaccard)]


def found_pairs(numbers: list[int]) -> float:
    """The share of neighbours that are in one cluster."""
    return sum(a == b for a, b in zip(numbers[::2], numbers[1::2], strict=True)) * 2 / len(numbers)


@pytest.mark.parametrize(
    ("jaccard", "least", "most"),
    [(0.5, 0, 0), (0.7, 0, 0), (0.78, 0, 0), (0.8, 0.95, 1), (0.9, 1, 1), (0.95, 1, 1), (1, 1, 1)],
)
def test_planted_pairs_are_found_from_the_threshold_on(
    jaccard: float, least: float, most: float, tmp_path: Path
) -> None:
    numbers, report = clusters(tmp_path, planted(100, 200, jaccard))
    assert least <= found_pairs(numbers) <= most
    assert report["pairs"] == report["clusters"] == (found_pairs(numbers) * 100 if jaccard < 1 else 0)


def test_long_documents_are_judged_by_samples(tmp_path: Path) -> None:
    texts = planted(4, 8_000, 0.9) + planted(4, 8_001, 0.7)
    numbers, _ = clusters(tmp_path, texts)
    assert numbers[:8] == [0, 0, 2, 2, 4, 4, 6, 6]
    assert len(set(numbers[8:])) == 8


def test_a_chain_of_near_copies_is_one_cluster_named_after_its_first(tmp_path: Path) -> None:
    base = words(1, 300)
    chain = [" ".join(base[shift : shift + 200]) for shift in (60, 20, 40, 0)]
    numbers, report = clusters(tmp_path, ["a stranger in between", *chain, "another of them"])
    assert numbers == [0, 1, 1, 1, 1, 5]
    assert (report["clusters"], report["pairs"]) == (1, 3)


def test_exact_copies_follow_the_first_of_them(tmp_path: Path) -> None:
    original, copy = pair(1, 100, 0.9)
    numbers, report = clusters(tmp_path, ["so what", copy, original, copy.upper(), "So  what", copy])
    assert numbers == [0, 1, 1, 1, 0, 1]
    assert report["pairs"] == 1


def test_texts_without_words_are_like_no_other(tmp_path: Path) -> None:
    numbers, report = clusters(tmp_path, ["", "…", "!", "", "?!", "one", "One!"])
    assert numbers == [0, 1, 2, 0, 4, 5, 5]
    assert report["candidates"] == 1


def test_templates_with_other_facts_are_no_copies(tmp_path: Path) -> None:
    texts = [
        f"{name} was born in {place} in {year}. {name} studied law at the university of {city} and worked as "
        f"a judge there until {year + 40}. {name} died in {place} at the age of {year % 90}."
        for name, place, year, city in zip(
            ("Ada Berg", "Jon Lie", "Eva Dahl", "Leo Moe"),
            ("Oslo", "Bergen", "Turku", "Lund"),
            (1815, 1901, 1872, 1930),
            ("Uppsala", "Vienna", "Bonn", "Ghent"),
            strict=True,
        )
    ]
    assert clusters(tmp_path, texts)[0] == [0, 1, 2, 3]


def test_clusters_do_not_depend_on_parts_threads_or_the_order_of_files(tmp_path: Path) -> None:
    texts = planted(30, 120, 0.82) + planted(30, 121, 0.6) + planted(5, 50, 1)
    first = clusters(tmp_path, texts, parts=1, threads=1)
    for parts, threads, reverse in ((3, 2, False), (7, 1, True)):
        assert clusters(tmp_path, texts, parts=parts, threads=threads, reverse=reverse) == first


def test_a_crowded_bucket_is_not_squared_and_its_near_copies_are_found_all_the_same(tmp_path: Path) -> None:
    base = words(1, 200)
    crowd = [" ".join([*base[:190], *words(seed + 2, 10)]) for seed in range(60)]
    strangers = [" ".join(words(seed, 200)) for seed in range(100, 110)]
    numbers, report = clusters(tmp_path, crowd + strangers, limit=20)
    assert numbers == [0] * 60 + list(range(60, 70))
    assert report["candidates"] < 60 * 59 / 2
    assert report["crowded_documents"] == 60
    assert report["pairs_left_out"] > 0
    alike, all_pairs = clusters(tmp_path, crowd + strangers)
    assert alike == numbers
    assert (all_pairs["crowded_buckets"], all_pairs["pairs_left_out"]) == (0, 0)


def test_nothing_is_found_where_there_is_nothing(tmp_path: Path) -> None:
    numbers, report = clusters(tmp_path, [" ".join(words(seed, 50)) for seed in range(5)])
    assert numbers == list(range(5))
    assert (report["threshold"], report["bands"], report["rows"]) == (0.8, 18, 7)
    assert report["clusters"] == report["pairs"] == 0
