"""Whether the computer is to keep still, asked of the platform's own tools."""

from __future__ import annotations

import sys

import pytest

from osteoapp.desktop.motion import Motion, ask_tool, wants_motion


@pytest.mark.parametrize(
    ("platform", "answer", "moves"),
    [
        ("linux", "true", True), ("linux", "false", False), ("linux", "", True), ("darwin", "1", False),
        ("darwin", "0", True), ("freebsd", "false", True),
    ],
)  # fmt: skip
def test_only_a_plain_wish_for_stillness_stops_things(platform: str, answer: str, moves: bool) -> None:
    asked: list[tuple[str, ...]] = []

    def ask(command: tuple[str, ...]) -> str:
        asked.append(command)
        return answer

    assert wants_motion(platform, ask) is moves
    assert len(asked) == (platform in ("linux", "darwin"))


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        ((sys.executable, "-c", "print(' false ')"), "false"),
        ((sys.executable, "-c", "print('false'); raise SystemExit(1)"), ""),
        (("/no/such/tool",), ""),
    ],
)
def test_a_tool_that_fails_says_nothing(command: tuple[str, ...], answer: str) -> None:
    assert ask_tool(command) == answer


@pytest.mark.skipif(sys.platform == "win32", reason="there it is asked of the computer itself")
def test_windows_without_its_library_may_move() -> None:
    assert wants_motion("win32") is True


def test_until_the_answer_is_there_things_may_move() -> None:
    motion = Motion(lambda: False)
    assert motion.wanted
    motion.start().join(5)
    assert not motion.wanted
