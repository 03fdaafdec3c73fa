"""Writes the list of ingredients of a release, CycloneDX 1.6: ``python3 packaging/sbom.py FILE``. Needs nothing else.

It holds every package of `requirements/run.txt` with the digests of the files that pip may take, its licence, and what
comes along in `resources/`. Licences come from `resources/licences.json`.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import uuid
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
ENTRY = re.compile(
    r"^([a-z0-9][a-z0-9.-]*)==([^ ;\\\n]+)((?:[^\n]*\\\n)?(?:    --hash=sha256:[0-9a-f]+[^\n]*\n)+)", re.MULTILINE
)
SPDX = re.compile(r"^[A-Za-z0-9.-]+(?: (?:OR|AND) [A-Za-z0-9.-]+)*$")


def version() -> str:
    """The version of the program."""
    found = re.search(r'__version__ = "([^"]+)"', (ROOT / "osteoapp" / "__init__.py").read_text(encoding="utf-8"))
    assert found is not None
    return found[1]


def licence(text: str) -> list[dict[str, Any]]:
    """A licence as CycloneDX writes it: an expression of SPDX, or a name."""
    return [{"expression": text}] if SPDX.match(text) else [{"license": {"name": text}}]


def key(name: str) -> str:
    """A package's name as the lock file writes it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def components() -> list[dict[str, Any]]:
    """The parts, each once."""
    kept = json.loads((ROOT / "resources" / "licences.json").read_text(encoding="utf-8"))["parts"]
    known = {key(part["name"]): part["licence"] for part in kept}
    known |= {"pyside6-essentials": "LGPL-3.0-only", "pyside6-addons": "LGPL-3.0-only"}
    found: list[dict[str, Any]] = []
    for name, number, rest in ENTRY.findall((ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")):
        place = f"pkg:pypi/{name}@{number}"
        digests = sorted(re.findall(r"sha256:([0-9a-f]+)", rest))
        found.append({
            "type": "library", "bom-ref": place, "name": name, "version": number, "purl": place,
            "licenses": licence(known[name]),
            # One digest for each file that the registry has for a system; CycloneDX keeps a list of them.
            "hashes": [{"alg": "SHA-256", "content": digest} for digest in digests],
        })  # fmt: skip
    packages = {one["name"] for one in found}
    for part in kept:
        if key(part["name"]) in packages or part["name"].startswith("Qt for Python"):
            continue
        made = {"type": "library", "bom-ref": part["name"], "name": part["name"], "licenses": licence(part["licence"])}
        found.append(made | ({"version": part["version"]} if part["version"] else {}))
    return found


def document() -> dict[str, Any]:
    """The whole list. The same source gives the same list, so its number is made from its content."""
    parts = components()
    number = uuid.UUID(bytes=hashlib.sha256(json.dumps(parts).encode()).digest()[:16], version=4)
    own = f"pkg:generic/osteoapp@{version()}"
    return {
        "bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": f"urn:uuid:{number}", "version": 1,
        "metadata": {"component": {
            "type": "application", "bom-ref": own, "name": "osteoapp", "version": version(), "purl": own,
            "licenses": [{"license": {"id": "Apache-2.0"}}],
        }},
        "components": parts,
        "dependencies": [{"ref": own, "dependsOn": [part["bom-ref"] for part in parts]}],
    }  # fmt: skip


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(document(), indent=1) + "\n", encoding="utf-8")
