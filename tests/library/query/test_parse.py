"""Reading a query: every form of it, and what is answered where it is none."""

from __future__ import annotations

import pytest

from brief_tui.library.filter import Filter
from brief_tui.library.query.fields import FIELDS
from brief_tui.library.query.parse import Problem, parse_filter


def read(query: str) -> Filter:
    """A query without problems."""
    parsed = parse_filter(query)
    assert parsed.problems == ()
    return parsed.filter


@pytest.mark.parametrize(
    ("query", "printed"),
    [
        ("", ""),
        ("  grain\t ship ", "grain ship"),
        ("grain grain GRAIN", "grain"),
        ("S-400 'don't' 1,500", "S-400 'don't' 1,500"),
        ('"North  Korea"', '"North Korea"'),
        ("-convoy --wheat", "-convoy wheat"),
        ('-"a b" -(c d)', '-"a b" -(c d)'),
        ("a OR b c", "a OR b c"),
        ("a (b c) OR d", "a (b c) OR d"),
        ("((a) (b)) or", "a b or"),
        ("a OR (b OR c)", "a OR b OR c"),
        ("(a OR b) OR a", "a OR b"),
        ("-(a OR b) OR -c", "-(a OR b) OR -c"),
        ("country:kr", "country:KR"),
        ('COUNTRY:"South Korea",Russia,KOR', "country:KR,RU"),
        ("country:south-korea/target", "country:KR/target"),
        ('country:"South Korea"/target', "country:KR/target"),
        ("-country:Türkiye", "-country:TR"),
        ("country:KR country:RU", "country:KR country:RU"),
        ("state:In_Use,under-consideration", "state:in-use,under-consideration"),
        ('state:"under consideration"', "state:under-consideration"),
        ('speaker:kim,"Ayşe Yıldız"', 'speaker:kim,"Ayşe Yıldız"'),
        ('speaker:"a,b" source:c-d', 'speaker:"a,b" source:c-d'),
        ("grade:b2,>=c3,<=D,f", "grade:B2,>=C3,<=D,F"),
        ("origins:02,>=2,<3", "origins:2,>=2,<3"),
        ("said:2024-10-08..2024-10-13", "said:2024-10-08..2024-10-13"),
        ("said:2024-10.. event:..2024", "said:2024-10.. event:..2024"),
        ('published:">= 2024-10",<2023', "published:>=2024-10,<2023"),
        ("known:2024-10", "known:2024-10-31"),
        ('known:"16 oct 2024"', "known:2024-10-16"),
        ("tag:government kind:claim", "tag:government kind:claim"),
        ("10:30 a,b", "10-30 a,b"),
        ("\N{NO-BREAK SPACE}a\N{IDEOGRAPHIC SPACE}b", "a b"),
    ],
)
def test_a_query_is_read_and_printed_in_one_form(query: str, printed: str) -> None:
    assert str(read(query)) == printed


def test_what_asks_the_same_is_the_same_however_it_is_written() -> None:
    assert read("TÜRKIYE s-400") == read("turkiye S.400")
    assert read('"or"') == read('"OR"') != read("or")
    assert read("country:KR/target") != read("country:KR")
    assert read("(a b) OR c") != read("a b OR c")
    assert read("kim") != read("speaker:kim")


@pytest.mark.parametrize(
    ("query", "left", "place", "said"),
    [
        ("deal country:", "deal", "", "behind `country:` stands a country"),
        ("deal country:KR,", "deal country:KR", "", "behind `country:` stands a country"),
        ("is:", "", "", "behind `is:` stands hedged or disputed"),
        ("speker:kim deal", "deal", "speker", "no field `speker:`; did you mean `speaker`?"),
        ("xyz:kim", "", "xyz", "no field `xyz:`; possible: country, actor"),
        ("https://example.org", "", "https", "in quotes it would be words"),
        ("state:in-us,in-use", "state:in-use", "in-us", "no `state:in-us`; did you mean `in-use`?"),
        (
            "state:in-us",
            "",
            "in-us",
            "did you mean `in-use`? possible: in-use, under-consideration",
        ),
        ("has:wings", "", "wings", "no `has:wings`; possible: figures, relations"),
        ("country:Sout", "", "Sout", "`Sout` fits "),
        ("country:Rusia", "", "Rusia", "did you mean `Russia` (RU)?"),
        ("country:KR/targt", "", "KR/targt", "did you mean `target`?"),
        ("(a OR", "a", "OR", "behind OR something is missing"),
        ("a OR OR b", "a OR b", "OR", "behind OR something is missing"),
        ("OR a", "a", "OR", "before OR something is missing"),
        ("(a (b", "a b", "(", "this ( is not closed"),
        ("a) b", "a b", ")", "there is no ( before this )"),
        ('a "nor', "a nor", '"nor', "this quotation is not closed"),
        ('a "north kor', "a north-kor", '"north kor', "this quotation is not closed"),
        ('a "', "a", '"', "this quotation is not closed"),
        ('speaker:"ki', "speaker:ki", '"ki', "this quotation is not closed"),
        ("a - b", "a b", "-", "behind - stands what is to be left out"),
        ("a -", "a", "-", "behind - stands what is to be left out"),
        ("a 🚢", "a", "🚢", "`🚢` has no letter or digit to search for"),
        ("speaker:---", "", "---", "`---` has no letter or digit to look for"),
        ("grade:G7", "", "G7", "`G7` is no grade"),
        ("grade:>=F", "", ">=F", "F and 6 mean that there is no basis to judge"),
        ("grade:<=A6", "", "<=A6", "F and 6 mean that there is no basis to judge"),
        ("grade:>C3", "", ">C3", "grades are compared with >= or <=, as >=C3"),
        ("origins:many", "", "many", "`many` is no number of origins"),
        ("said:2024-13", "", "2024-13", "there is no month 13"),
        ("said:2024~", "", "2024~", "without a mark"),
        ("said:..", "", "..", "a range has a date on one side at least"),
        ("said:2024-1", "", "2024-1", "or two of these with .. between"),
        ("said:2024-10..2024-1", "", "2024-10..2024-1", "`2024-1` is no date"),
        ("said:2024-10/2024-11", "", "2024-10/2024-11", "a range is written with two dots"),
        ("event:>=", "", ">=", "a day, month or year is missing"),
        ("said:2025..2024", "", "2025..2024", "`2025..2024` ends before it starts"),
        ("known:yesterday", "", "yesterday", "`yesterday` is no date"),
        ("known:yesterday", "", "yesterday", "a date is 2024-10-22, 2024-06 or 2021"),
        ("known:2024 known:2023", "known:2024-12-31", "known:2023", "can be asked once"),
        ("known:2024,2023", "known:2024-12-31", "known:2024,2023", "takes one day"),
        ("a -known:2024", "a", "known:2024", "stands for itself"),
        ("a OR known:2024", "a", "a", "stands for itself"),
        ("a (known:2024 b)", "a b", "known:2024", "stands for itself"),
        ("a\x1b[2J", "a [2J", "\x1b", "U+001B cannot be searched for"),
        ("a\u202eb", "a b", "\u202e", "U+202E cannot be searched for"),
        ("a\udcffb", "a b", "\udcff", "U+DCFF cannot be searched for"),
    ],
)
def test_what_cannot_be_read_is_left_out_and_said_where_it_stands(
    query: str, left: str, place: str, said: str
) -> None:
    parsed = parse_filter(query)
    assert str(parsed.filter) == left
    problem = next(each for each in parsed.problems if said in each.text)
    assert query[problem.start : problem.end] == place
    assert problem.text.isprintable()


def test_the_nearest_word_is_there_to_be_taken() -> None:
    (problem,) = parse_filter("speker:kim").problems
    assert problem == Problem(0, 6, problem.text, "speaker")
    (problem,) = parse_filter("a country:Rusia").problems
    assert (problem.start, problem.meant) == (10, "RU")


def test_parentheses_without_end_do_no_harm() -> None:
    assert str(parse_filter("(" * 400 + "a" + ")" * 400).filter) == "a"
    assert str(parse_filter("-(" * 300 + "a").filter) in ("a", "-a")


@pytest.mark.parametrize("field", FIELDS.values(), ids=lambda field: field.name)
def test_the_example_of_a_field_is_one_of_its_values(field: object) -> None:
    name = getattr(field, "name", "")
    example = FIELDS[name].example
    assert read(f"{name}:{example}").clause(name)
    for word in FIELDS[name].words:
        assert str(read(f"{name}:{word}")) == f"{name}:{word}"
