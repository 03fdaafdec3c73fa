"""Holds osteoapp/core at 100 % branch coverage by its own tests and the hand-written timelines.

Run it with the Python that has the test dependencies: ``python packaging/core_coverage.py``. It ends with 1 where a
test fails or a line or branch of the core is left out, and names it. Further words go to pytest.

The random stories of the laws are left out: what the core does must be held by a test that says what it is.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TESTS = ("tests/core", "tests/test_timelines.py")
LEFT_OUT = ("--ignore=tests/core/test_laws.py",)


def main(words: list[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        data = f"--data-file={folder}/coverage"
        coverage = [sys.executable, "-m", "coverage"]
        tests = ["-m", "pytest", "-p", "no:cacheprovider", *LEFT_OUT, *TESTS, *words]
        run = ["run", data, "--branch", "--source=osteoapp/core"]
        ran = subprocess.run([*coverage, *run, *tests], cwd=ROOT, check=False)
        if ran.returncode:
            return ran.returncode
        report = ["report", data, "--show-missing", "--skip-covered", "--fail-under=100", "--precision=2"]
        return 1 if subprocess.run([*coverage, *report], cwd=ROOT, check=False).returncode else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
