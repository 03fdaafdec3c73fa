"""Fetches the bundled font and icons again and writes the list of their digests.

    python3 packaging/assets.py

Needs `npm` and a network. The files are taken from two npm packages of a fixed version, whose archives are checked
against the digests below, and are laid down unchanged in `resources/fonts` and `resources/icons`. To add an icon: put
its name in ICON_NAMES and run this script; nothing else names the files one by one.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
FONTS = HERE / "resources" / "fonts"
ICONS_FOLDER = HERE / "resources" / "icons"
DIGESTS = HERE / "tests" / "data" / "assets.sha256"

FONT_PACKAGE = (
    "@expo-google-fonts/atkinson-hyperlegible-next@0.4.1",
    "9c98b93e3f7dd7d7819f9c439aac9fb5b5466781fa1eb002caeb52eb7cb15ce8",
)
ICON_PACKAGE = (
    "@phosphor-icons/core@2.1.1",
    "313332be6190b724da24107addd781799b48bf76b13963f24501112ffe1baadd",
)
FONT_STYLES = ("400Regular", "500Medium", "600SemiBold", "700Bold")
ICON_WEIGHTS = ("regular", "fill", "bold", "duotone")
ICON_NAMES = """
    app-window armchair arrow-counter-clockwise arrow-left arrow-right arrows-in-simple arrows-out-simple bed
    bell-ringing bone book-open-text bread calendar-check calendar-dots caret-left caret-right chart-bar
    chat-circle-text check check-circle cheese cigarette clock clock-counter-clockwise coffee desktop download-simple
    drop drop-half-bottom file-text first-aid fork-knife gear-six hourglass-medium house info list-checks lock-key
    magnifying-glass microphone minus-circle note pause pencil-simple person-simple-walk phone phone-call pill
    pint-glass play plus power printer prohibit question speaker-high stop sun sun-horizon syringe timer tooth users
    warning wine x
"""


def icon_file(name: str, weight: str) -> str:
    """The file name that the icon set gives a weight of an icon: the regular weight has no suffix."""
    return f"{name}.svg" if weight == "regular" else f"{name}-{weight}.svg"


def unpacked(package: tuple[str, str], folder: Path) -> Path:
    """Downloads one npm package into `folder`, checks the archive's SHA-256 and unpacks it; returns its root."""
    name, digest = package
    folder.mkdir()
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is not on this computer: the font and the icons are npm packages.")
    subprocess.run([npm, "pack", "--silent", name], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    (archive,) = folder.glob("*.tgz")
    if hashlib.sha256(archive.read_bytes()).hexdigest() != digest:
        sys.exit(f"The archive of {name} is not the one that this script was written for; nothing was changed.")
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    return folder / "package"


def copy_fonts(package: Path) -> None:
    shutil.rmtree(FONTS, ignore_errors=True)
    FONTS.mkdir(parents=True)
    for style in FONT_STYLES:
        name = f"AtkinsonHyperlegibleNext_{style}.ttf"
        shutil.copyfile(package / style / name, FONTS / name)
    shutil.copyfile(package / "LICENSE_FONT", FONTS / "OFL.txt")


def copy_icons(package: Path) -> None:
    shutil.rmtree(ICONS_FOLDER, ignore_errors=True)
    for weight in ICON_WEIGHTS:
        (ICONS_FOLDER / weight).mkdir(parents=True)
        for name in ICON_NAMES.split():
            source = package / "assets" / weight / icon_file(name, weight)
            shutil.copyfile(source, ICONS_FOLDER / weight / source.name)
    shutil.copyfile(package / "LICENSE", ICONS_FOLDER / "LICENSE.txt")


def write_digests() -> int:
    """Writes one `sha256  path` line a file, in the format of sha256sum; returns how many."""
    files = sorted(path for folder in (FONTS, ICONS_FOLDER) for path in folder.rglob("*") if path.is_file())
    DIGESTS.parent.mkdir(parents=True, exist_ok=True)
    with DIGESTS.open("w", encoding="utf-8", newline="\n") as listing:
        for path in files:
            listing.write(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(HERE).as_posix()}\n")
    return len(files)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        copy_fonts(unpacked(FONT_PACKAGE, Path(folder) / "font"))
        copy_icons(unpacked(ICON_PACKAGE, Path(folder) / "icons"))
    print(f"{write_digests()} files, listed in {DIGESTS.relative_to(HERE)}")


if __name__ == "__main__":
    main()
