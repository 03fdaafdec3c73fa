"""The lines of a TOML text: every scalar of these texts says itself on which line it was written."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osteoapp.exchange.toml_places import Path, Places, places


class Page:
    """Builds a TOML text; each value is the number of its own line."""

    def __init__(self) -> None:
        self.text = ""

    @property
    def line(self) -> int:
        return self.text.count("\n") + 1

    def add(self, text: str) -> None:
        self.text += text


# What may stand inside a string and must not be taken for structure.
_TRAPS = ("[[plan]]", "a = 1", "# no comment", "{ x = [", '""', "''", "], }", "\\\\")


def scalars(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from scalars(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from scalars(inner, (*path, number))
    else:
        yield path, value


@st.composite
def pages(draw: st.DrawFn) -> str:
    page = Page()
    keys = iter(range(10_000))
    new_line = draw(st.sampled_from(["\n", "\r\n"]))

    def key() -> str:
        name = f"k{next(keys)}"
        quoted = [name, f'"{name} \\"q\\" ="', f"'{name} [x] #'"]
        parts = [draw(st.sampled_from(quoted))]
        if draw(st.booleans()):
            parts.append(f'"in.{name}"')
        return draw(st.sampled_from([".", " . "])).join(parts)

    def blank() -> None:
        for _ in range(draw(st.integers(0, 2))):
            page.add(draw(st.sampled_from(["", "# [table] a = 'b", "   \t"])) + new_line)

    def value(depth: int) -> None:
        shape = draw(st.sampled_from(["plain", "basic", "literal", "long", "long literal", "list", "inline"]))
        traps = " ".join(draw(st.lists(st.sampled_from(_TRAPS), max_size=3)))
        if shape == "list" and depth < 3:
            page.add("[")
            for _ in range(draw(st.integers(0, 3))):
                blank_in_list()
                value(depth + 1)
                page.add(draw(st.sampled_from([",", " , "])))
            blank_in_list()
            page.add("]")
        elif shape == "inline" and depth < 3:
            page.add("{ ")
            for number in range(draw(st.integers(0, 3))):
                page.add(", " if number else "")
                page.add(key() + " = ")
                value(depth + 1)
            page.add(" }")
        elif shape == "basic":
            page.add(f'"{page.line} {traps.replace(chr(34), chr(92) + chr(34))}"')
        elif shape == "literal":
            page.add(f"'{page.line} {traps.replace(chr(39), '')}'")
        elif shape == "long":
            page.add(f'"""{page.line} {traps}{new_line}b{new_line * 2}{traps} x""{chr(34) * 3}')
        elif shape == "long literal":
            page.add(f"'''{page.line} {traps}{new_line}b{new_line * 2}{traps} x''{chr(39) * 3}")
        else:
            page.add(str(page.line))

    def blank_in_list() -> None:
        if draw(st.booleans()):
            page.add(draw(st.sampled_from(["", " # ] ,"])) + new_line)

    for _ in range(draw(st.integers(0, 6))):
        header = draw(st.sampled_from(["none", "table", "tables", "nested"]))
        if header == "table":
            page.add(f"[t{next(keys)} . inner]" + new_line)
        elif header == "tables":
            page.add("[[plan]] # [[plan]]" + new_line)
        elif header == "nested" and "[[plan]]" in page.text.split(new_line):
            page.add(f"[plan.n{next(keys)}]" + new_line)
        for _ in range(draw(st.integers(0, 3))):
            blank()
            page.add(draw(st.sampled_from(["", "  "])) + key() + draw(st.sampled_from([" = ", "="])))
            value(0)
            page.add(draw(st.sampled_from(["", " # end"])) + new_line)
        blank()
    return page.text.replace("\r\n", "\n")


@settings(deadline=None)
@given(pages())
def test_every_value_is_found_on_the_line_where_it_was_written(text: str) -> None:
    found = places(text)
    for path, value in scalars(tomllib.loads(text)):
        assert found.line(path) == int(str(value).split()[0]), path


@settings(deadline=None)
@given(pages())
def test_every_list_and_table_has_a_line_and_nothing_else_has(text: str) -> None:
    def paths(value: Any, path: Path) -> Iterator[Path]:
        inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for key, entry in inner:
            yield (*path, key)
            yield from paths(entry, (*path, key))

    assert set(places(text).lines) == set(paths(tomllib.loads(text), ()))


def test_the_second_table_of_a_name_is_counted_also_when_tables_lie_inside() -> None:
    text = "[[plan]]\na = 1\n[plan.deep]\nb = 2\n[[plan.more]]\n[[plan.more]]\n[[plan]]\n[plan.deep]\nb = 3\n"
    found = places(text)
    assert found.line(("plan", 0)) == 1
    assert found.line(("plan", 0, "deep", "b")) == 4
    assert found.line(("plan", 0, "more", 1)) == 6
    assert found.line(("plan", 1)) == 7
    assert found.line(("plan", 1, "deep", "b")) == 9


def test_a_table_written_after_the_tables_in_it_has_its_own_line() -> None:
    found = places("[a.b]\nx = 1\n[a]\ny = 2\n")
    assert found.line(("a",)) == 3
    assert found.line(("a", "b")) == 1


def test_something_missing_has_the_line_of_what_is_around_it() -> None:
    found = places("x = 1\n[[plan]]\nid = 'a'\n")
    assert found.line(("plan", 0, "name", 3)) == 2
    assert found.line(("day", "wake")) is None


def test_the_first_value_on_a_line_is_found_by_its_line() -> None:
    found = places("x = 1\n[t]\ny = { z = 1 }\n")
    assert found.path(3) == ("t", "y")
    assert found.path(9) == ()
    assert Places().path(1) == ()


@pytest.mark.parametrize("text", ["= 1\n", "[a\n", "a 1\n"])
def test_a_text_that_is_not_toml_is_refused_not_walked_for_ever(text: str) -> None:
    with pytest.raises(ValueError, match="line 1"):
        places(text)
