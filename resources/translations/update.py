#!/usr/bin/env python3
"""Brings en.ts and nl.ts up to date with the texts in the code, and makes en.qm and nl.qm of them.

    python3 resources/translations/update.py            after a text has changed; then translate what is unfinished
                                                        (Qt Linguist opens the .ts files) and run it again
    python3 resources/translations/update.py --check    changes nothing; ends 1 where something is missing

Qt's own lupdate does not see a plural whose number is a variable in Python: the calls of ``translate`` are read here.
Dutch stands in the code; nl.ts holds only the plural forms.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

HERE = Path(__file__).resolve().parent
CODE = HERE.parents[1] / "osteoapp"
PLURAL = "%n"
LANGUAGES = {"en": "en_GB", "nl": "nl_NL"}
Key = tuple[str, str]


def texts() -> dict[Key, None]:
    """Every (context, text) of the code, in reading order."""
    found: dict[Key, None] = {}
    for path in sorted(CODE.rglob("*.py")):
        calls = [
            node
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "translate"
        ]
        for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
            values = [arg.value for arg in call.args[:2] if isinstance(arg, ast.Constant)]
            if len(values) != 2 or call.keywords:
                raise SystemExit(f"{path}:{call.lineno}: translate needs two literal texts first and no keywords")
            found[str(values[0]), str(values[1])] = None
    return found


def read(lang: str) -> dict[Key, list[str]]:
    """The finished translations of a .ts file: one text, or the forms of a plural."""
    path = HERE / f"{lang}.ts"
    found: dict[Key, list[str]] = {}
    if not path.is_file():
        return found
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished":
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            found[context.findtext("name", ""), message.findtext("source", "")] = forms
    return found


def wanted(lang: str) -> list[Key]:
    """The texts that a language has to translate."""
    return [key for key in texts() if lang != "nl" or PLURAL in key[1]]


def write(lang: str) -> int:
    """Writes the .ts file anew; gives the number of texts that still lack a translation."""
    known = read(lang)
    root = ET.Element("TS", version="2.1", language=LANGUAGES[lang], sourcelanguage="nl_NL")
    contexts: dict[str, ET.Element] = {}
    open_ = 0
    for context, text in sorted(wanted(lang)):
        if context not in contexts:
            contexts[context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[context], "name").text = context
        message = ET.SubElement(contexts[context], "message")
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        forms = known.get((context, text), [])
        if PLURAL in text:
            message.set("numerus", "yes")
            for number in range(2):
                ET.SubElement(translation, "numerusform").text = forms[number] if number < len(forms) else ""
        else:
            translation.text = forms[0] if forms else ""
        if not forms:
            translation.set("type", "unfinished")
            open_ += 1
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>'
    (HERE / f"{lang}.ts").write_text(f"{head}\n{body}\n", encoding="utf-8")
    return open_


def release(lang: str) -> None:
    """Makes the .qm file that the program reads."""
    tool = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent)) or shutil.which("pyside6-lrelease")
    if tool is None:
        raise SystemExit("pyside6-lrelease is not here: run this with the Python of the project's .venv")
    subprocess.run([tool, "-silent", str(HERE / f"{lang}.ts"), "-qm", str(HERE / f"{lang}.qm")], check=True)


def missing(lang: str) -> list[Key]:
    """The texts without a finished translation, and finished ones that no code has any more."""
    known, needed = read(lang), wanted(lang)
    return [key for key in needed if key not in known] + [key for key in known if key not in needed]


def main() -> int:
    """0: all is translated."""
    if "--check" in sys.argv[1:]:
        wrong = [(lang, key) for lang in LANGUAGES for key in missing(lang)]
        for lang, (context, text) in wrong:
            print(f"{lang}.ts: {context}: {text}")
        return 1 if wrong else 0
    left = 0
    for lang in LANGUAGES:
        open_ = write(lang)
        release(lang)
        print(f"{lang}.ts: {len(wanted(lang))} texts, {open_} unfinished")
        left += open_
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
