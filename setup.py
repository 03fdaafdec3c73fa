"""What pyproject.toml cannot say: ``resources`` and ``docs/guide`` go into the package, as osteoapp/resources."""

from __future__ import annotations

import os
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

# Where they lie at the top of a checkout, where people look for them, and where in the package.
SOURCES = {"resources": "resources", "docs/guide": "resources/guide"}
# What the program does not read while it runs: the translators' sources and the script that compiles them.
LEFT_OUT = (".ts", ".py")


class WithResources(build_py):
    """Copies the resources beside the modules."""

    def _resources(self) -> list[tuple[Path, Path]]:
        pairs = []
        for source, place in SOURCES.items():
            for path in sorted(Path(source).rglob("*")):
                if path.is_file() and path.suffix not in LEFT_OUT and "__pycache__" not in path.parts:
                    pairs.append((path, Path(self.build_lib, "osteoapp", place, path.relative_to(source))))
        return pairs

    def run(self) -> None:
        super().run()
        if self.editable_mode:  # the checkout itself is read then
            return
        for source, target in self._resources():
            self.mkpath(os.fspath(target.parent))
            self.copy_file(os.fspath(source), os.fspath(target))

    def get_outputs(self, include_bytecode: bool = True) -> list[str]:
        extra = [] if self.editable_mode else [os.fspath(target) for _, target in self._resources()]
        return super().get_outputs(include_bytecode) + extra


setup(cmdclass={"build_py": WithResources})
