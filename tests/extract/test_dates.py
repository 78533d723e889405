import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factscan.extract.text.dates import date_spans, refines


def found(text: str) -> list[str]:
    return [iso for _, _, iso in date_spans(text)]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("10 December 1815", "1815-12-10"),
        ("December 10th, 1815", "1815-12-10"),
        ("on Friday, 3 May 2004", "2004-05-03"),
        ("Sept. 9, 2001", "2001-09-09"),
        ("15-Feb-2014", "2014-02-15"),
        ("2016-09-10", "2016-09-10"),
        ("May of 2004", "2004-05"),
        ("in 1815", "1815"),
        ("c. 1820", "1820"),
        ("early 1815", "1815"),
        ("the summer of 1815", "1815"),
        ("the 1990s", "1990s"),
        ("the mid-19th century", "1801/1900"),
        ("the 10th to 12th centuries", "0901/1200"),
        ("5th century BC", "-0500/-0401"),
        ("15 March 44 BC", "-0044-03-15"),
        ("AD 79", "0079"),
        ("1910–20", "1910/1920"),
        ("between 1939 and 1945", "1939/1945"),
        ("from the 1970s to the mid-1980s", "1970s/1980s"),
        ("from May 2004 to 3 June 2005", "2004-05/2005-06-03"),
        ("18 June 1820 – 11 January 1882", "1820-06-18/1882-01-11"),
        ("29 February 1600", "1600-02-29"),
        ("the 12th of May 1820", "1820-05-12"),
        ("on the twenty-first day of June, 1990", "1990-06-21"),
        ("12.5.1820", "1820-05-12"),
        ("13/04/2001", "2001-04-13"),
        ("04/13/2001", "2001-04-13"),
        ("2001/04/13", "2001-04-13"),
        ("2016-09-10T12:00:00Z", "2016-09-10"),
        ("12–14 May 1820", "1820-05-12/1820-05-14"),
        ("May 12 – June 3, 1820", "1820-05-12/1820-06-03"),
        ("from 12 May to 3 June 1820", "1820-05-12/1820-06-03"),
        ("May–June 1820", "1820-05/1820-06"),
        ("in 1819/20", "1819/1820"),
        ("1999/2000", "1999/2000"),
        ("in 1820 or 1821", "1820/1821"),
        ("Q3 2009", "2009-07/2009-09"),
        ("the third quarter of 2009", "2009-07/2009-09"),
        ("the first half of 1985", "1985-01/1985-06"),
        ("the 1820s–30s", "1820s/1830s"),
        ("the mid-1820s", "1820s"),
        ("circa 1820", "1820"),
        ("spring 1820", "1820"),
    ],
)
def test_a_date_is_iso_8601_at_the_precision_that_is_stated(text: str, iso: str) -> None:
    assert found(text) == [iso]


@pytest.mark.parametrize(
    "text",
    [
        "03/04/2001",
        "31 February 2001",
        "29 February 1901",
        "2001-13-01",
        "in 1901-02",
        "14-12 May 1820",
        "1.2.3",
        "the fourth half of 1985",
        "0 BC",
        "May to June 0 AD",
        "٢٠٠١-٠١-٠١",
        "2004 people",
        "1,815",
        "$1500",
        "December 10",
        "the 2016 Summer Olympics",
        "PEP 2026",
        "version 2.2004",
        "",
    ],
)
def test_what_is_no_date_or_a_guess_is_none(text: str) -> None:
    assert found(text) == []


def test_all_dates_of_a_sentence_are_found_with_their_places() -> None:
    text = "Born on 10 December 1815 in London (pop. 1500), she wrote it in 1843; 1200 copies were sold by May 1850."
    assert [(text[start:end], iso) for start, end, iso in date_spans(text)] == [
        ("10 December 1815", "1815-12-10"),
        ("1843", "1843"),
        ("May 1850", "1850-05"),
    ]


@pytest.mark.parametrize(
    ("life", "isos"),
    [
        ("(1880 – 14 September 1918)", ["1880/1918-09-14"]),
        ("(19 February 1913-16 February 1989)", ["1913-02-19/1989-02-16"]),
        ("(1888-23 January 1954)", ["1888/1954-01-23"]),
        ("(28 December 1945-1994)", ["1945-12-28/1994"]),
        ("(c.1860-1952)", ["1860/1952"]),
        ("(c. 1860 – c. 1952)", ["1860/1952"]),
        ("(c1860–1952)", ["1860/1952"]),
        ("(1820? – after 1880)", ["1820/1880"]),
        ("(d.1899)", ["1899"]),
        ("(b.12 May 1820)", ["1820-05-12"]),
        ("(* 1820; † 1899)", ["1820", "1899"]),
        ("(May 12,1820)", ["1820-05-12"]),
        ("(1 or 2 May 1820)", ["1820-05"]),
        ("(5 May [O.S. 24 April] 1820 – 5 June 1880)", ["1820-05-05/1880-06-05"]),
        ("(5 May 1820 (Old Style) – 5 June 1880)", ["1820-05-05/1880-06-05"]),
        ("(May 12, 1820 in Paris – June 3, 1899)", ["1820-05-12", "1899-06-03"]),
        ("(c. 970 – 1020)", ["0970/1020"]),
        ("(44 BC – AD 14)", ["-0044/0014"]),
        ("(15 April 170718 September 1783)", ["1707-04-15/1783-09-18"]),
        ("(September 18, 1858July 20, 1933)", ["1858-09-18/1933-07-20"]),
        ("(22 December 1858 29 November 1924)", ["1858-12-22/1924-11-29"]),
        ("(100–44 BC)", ["-0100/-0044"]),
        ("(AD 235–300)", ["0235/0300"]),
        ("in 1880 – 14 people died", ["1880"]),
        ("January 12,300 men, (235–300)", []),
    ],
)
def test_life_spans_are_read_in_their_many_forms(life: str, isos: list[str]) -> None:
    assert [iso for *_, iso in date_spans(life)] == isos


def test_two_years_are_a_range_only_after_between() -> None:
    assert [iso for *_, iso in date_spans("He won in both 1919 and 1921.")] == ["1919", "1921"]
    assert [iso for *_, iso in date_spans("He played between 1919 and 1921.")] == ["1919/1921"]


@pytest.mark.parametrize(
    ("fine", "coarse"),
    [
        ("1815-12-10", "1815-12"),
        ("1815-12-10", "1815"),
        ("1815-12", "1810s"),
        ("1815", "1801/1900"),
        ("1940-05/1941", "1939/1945"),
        ("-0044-03-15", "-0044"),
        ("-0044", "-0100/-0001"),
        ("2009-08", "2009-07/2009-09"),
    ],
)
def test_a_finer_date_inside_a_coarser_one_is_the_same_response(fine: str, coarse: str) -> None:
    assert refines(fine, coarse)
    assert not refines(coarse, fine)


@pytest.mark.parametrize(
    ("one", "other"),
    [("1815", "1816"), ("1815-12-10", "1815-11"), ("1939/1945", "1940/1946"), ("1815", "Oslo")],
)
def test_dates_of_which_none_lies_in_the_other_are_two_responses(one: str, other: str) -> None:
    assert not refines(one, other)
    assert not refines(other, one)


@given(st.dates(), st.sampled_from(["{d.day} {m} {y}", "{m} {d.day}, {y}", "{y}-{d.month:02d}-{d.day:02d}"]))
def test_every_day_of_the_calendar_is_read_back(day, wording: str) -> None:
    if day.year < 1000:
        return
    month = "January February March April May June July August September October November December".split()
    text = wording.format(d=day, m=month[day.month - 1], y=day.year)
    assert found(text) == ([day.isoformat()] if day.year <= 2100 or "-" not in text else [])


@given(st.text(alphabet="0123456789 -–,./thBCADMayJune", max_size=60))
def test_whatever_is_found_is_well_formed(text: str) -> None:
    one = r"-?\d{4}(-\d\d(-\d\d)?)?s?"
    for start, end, iso in date_spans(text):
        assert 0 <= start < end <= len(text)
        assert re.fullmatch(rf"{one}(/{one})?", iso)
