"""A clinic's own text, read from Markdown and from plain text into plain blocks."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from osteoapp.content import clinic
from osteoapp.content.clinic import ClinicLeaflet, Entry, Heading, Listing, Paragraph, Section, Span
from osteoapp.content.leaflet import MOMENTS
from osteoapp.exchange.clinic_leaflet import DEEPEST_FOLDER, MEGABYTE, MOST_BYTES, MOST_BYTES_ALL, MOST_FILES, read
from osteoapp.exchange.clinic_leaflet_bytes import LONGEST_BLOCK, LONGEST_LINE
from osteoapp.exchange.clinic_leaflet_faults import MOST, MOST_OF_A_FILE, ClinicFaults
from osteoapp.exchange.clinic_leaflet_sections import MOST_SECTIONS
from osteoapp.exchange.clinic_leaflet_topics import moment_of, topic_of

TODAY = date(2026, 11, 22)


def taken(folder: Path, **files: str) -> ClinicLeaflet:
    """What is read from a folder with these files; two underscores stand for the dot."""
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")
    return read(folder, "Ziekenhuis X", TODAY)


def only(folder: Path, text: str, name: str = "a__md") -> Section:
    (section,) = taken(folder, **{name: text}).sections
    return section


def paragraph(text: str) -> Paragraph:
    return Paragraph((Span(text),))


def faults(place: Path, name: str = "Ziekenhuis X") -> list[tuple[str, int, str]]:
    with pytest.raises(ClinicFaults) as caught:
        read(place, name, TODAY)
    for fault in caught.value.faults:
        for lang in ("nl", "en"):
            said = fault.sentence(lang)
            assert said
            assert "{" not in said
            assert "\n" not in said
    return [(fault.file, fault.line, fault.code) for fault in caught.value.faults]


def wrong(folder: Path, text: str, name: str = "a.md") -> list[tuple[int, str]]:
    (folder / name).write_text(text, encoding="utf-8")
    found = faults(folder)
    assert {file for file, _, _ in found} <= {name, ""}
    return [(line, code) for _, line, code in found]


# --- a file with a head of its own


def test_a_head_says_where_the_whole_file_belongs(tmp_path: Path) -> None:
    head = "---\ntopic: denosumab\nmoment: after\ntitle: Na de prik\n---\n"
    text = f"{head}# Na de prik\n\nRust uit.\n\n## Thuis\n\nDrink wat.\n"
    section = only(tmp_path, text)
    blocks = (paragraph("Rust uit."), Heading("Thuis"), paragraph("Drink wat."))
    assert section == Section("Na de prik", "denosumab", "after", blocks)


def test_without_a_title_the_first_heading_is_it_and_without_that_the_name_of_the_file(tmp_path: Path) -> None:
    assert only(tmp_path, "---\ntopic: dairy\n---\n# Kaas en melk\n\nLekker.\n").title == "Kaas en melk"
    assert only(tmp_path, "---\ntopic: dairy\n---\nLekker.\n").title == "A"
    (tmp_path / "a.md").unlink()
    assert only(tmp_path, "Rust uit.\n", "na-de_prik__md").title == "Na de prik"


def test_a_head_with_a_moment_only_leaves_the_chapter_to_the_headings(tmp_path: Path) -> None:
    section = only(tmp_path, "---\nmoment: missed\n---\n# Alendroninezuur\n\nBel ons.\n")
    assert (section.topic, section.moment) == ("alendronate", "missed")


def test_the_moment_general_is_every_moment(tmp_path: Path) -> None:
    found = taken(tmp_path, a__md="---\ntopic: denosumab\nmoment: general\n---\nRust.\n")
    assert found.sections[0].moment is None
    assert found.for_topic("denosumab", "late") == found.sections


def test_the_paper_for_a_clinic_names_every_word_and_its_example_is_taken(tmp_path: Path) -> None:
    paper = (Path(__file__).parents[2] / "docs/clinic-leaflet.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\| `([a-z-]+)` \|", paper, re.MULTILINE))
    assert named == set(clinic.topics()) | MOMENTS
    for limit in (MOST_FILES, MOST_BYTES // MEGABYTE, MOST_BYTES_ALL // MEGABYTE, DEEPEST_FOLDER, MOST_SECTIONS):
        assert re.search(rf"\b{limit}\b", paper)
    for limit in (LONGEST_LINE, LONGEST_BLOCK):
        assert paper.count(f"{limit:,}") == paper.count(f"{limit:,}".replace(",", ".")) == 1
    example = next(block for block in re.findall(r"```\n(.*?)```", paper, re.DOTALL) if "topic:" in block)
    section = only(tmp_path, example)
    assert (section.title, section.topic, section.moment) == ("Na de prik", "denosumab", "after")
    assert len(section.blocks) == 2


@pytest.mark.parametrize(
    ("head", "line", "code"),
    [
        ("topic: prolia", 2, "header_topic"),
        ("moment: noon", 2, "header_moment"),
        ("topic denosumab", 2, "header_line"),
        ("colour: red", 2, "header_key"),
        ("topic: dairy\ntopic: dairy", 3, "header_twice"),
        ("title:", 2, "header_empty"),
        (f"title: {'x' * 121}", 2, "title_long"),
    ],
)
def test_a_wrong_head_is_told_with_its_line(tmp_path: Path, head: str, line: int, code: str) -> None:
    assert (line, code) in wrong(tmp_path, f"---\n{head}\n---\n\nTekst.\n")


def test_a_head_that_is_not_closed_is_told_once(tmp_path: Path) -> None:
    assert wrong(tmp_path, "---\ntopic: dairy\n\nTekst.\n\nMeer tekst.\n") == [(1, "header_open")]


def test_all_faults_of_all_files_come_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntopic: x\nmoment: y\n---\nTekst.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("", encoding="utf-8")
    found = faults(tmp_path)
    assert found == [("a.md", 2, "header_topic"), ("a.md", 3, "header_moment"), ("b.txt", 0, "empty")]


# --- headings


def test_headings_begin_sections_and_name_chapter_and_moment(tmp_path: Path) -> None:
    text = (
        "# Denosumab\n\nWelkom.\n\n## Na de prik\n\nRust.\n\n## Bijwerkingen\n\nBel.\n\n## Parkeren\n\nGratis.\n\n"
        "### Auto\n\nVooraan.\n\n#### Invaliden\n\nVlakbij.\n"
    )
    found = [(section.title, section.topic, section.moment) for section in taken(tmp_path, a__md=text).sections]
    assert found == [
        ("Denosumab", "denosumab", None),
        ("Na de prik", "denosumab", "after"),
        ("Bijwerkingen", "denosumab", "side-effects"),
        ("Parkeren", None, None),
        ("Auto", None, None),
    ]


def test_a_deep_heading_stays_inside_its_section(tmp_path: Path) -> None:
    section = only(tmp_path, "# Parkeren\n\nGratis.\n\n#### Invaliden\n\nVlakbij.\n")
    assert section.blocks == (paragraph("Gratis."), Heading("Invaliden"), paragraph("Vlakbij."))


def test_a_title_above_headings_needs_no_text_of_its_own(tmp_path: Path) -> None:
    assert only(tmp_path, "# Ons ziekenhuis\n\n## Parkeren\n\nGratis.\n").title == "Parkeren"


@pytest.mark.parametrize(
    "text", ["# A\n\nTekst.\n\n# B\n", "# A\n\n# B\n\nTekst.\n", "# A\n\nTekst.\n\n## B\n\n#### C\n"]
)
def test_a_heading_with_nothing_below_is_a_fault(tmp_path: Path, text: str) -> None:
    assert [code for _, code in wrong(tmp_path, text)] == ["title_alone"]


@pytest.mark.parametrize(
    ("heading", "topic", "moment"),
    [
        ("Alendroninezuur (Fosamax®)", "alendronate", None),
        ("Hoe neemt u alendronaat in?", "alendronate", "during"),
        ("Tablet vergeten?", None, "missed"),
        ("Vitamine D als drankje", "vitamin-d-drink", None),
        ("Calcium en vitamine D", "calcium", None),
        ("Na de prik", "denosumab", "after"),
        ("Voor het infuus", "zoledronate", "before"),
        ("Voor wie is dit?", None, None),
        ("Osteoporose en erfelijkheid", "heredity", None),
        ("Behandeling met denosumab", "denosumab", None),
        ("Risico op vallen", "fall-safety", None),
        ("Wanneer belt u ons?", "when-to-call", "when-to-call"),
        ("Bloedonderzoek", None, "blood-test"),
        ("Parkeren", None, None),
        ("Waardevolle spullen", None, None),
        ("BÍJWERKINGEN", None, "side-effects"),
        ("How to take alendronic acid", "alendronate", "during"),
        ("Side effects of Prolia", "denosumab", "side-effects"),
        ("After the infusion", "zoledronate", "after"),
        ("When to call us", "when-to-call", "when-to-call"),
        ("Effervescent tablet of alendronate", "alendronate-effervescent", None),
        ("", None, None),
    ],
)
def test_the_words_of_a_heading_name_chapter_and_moment(heading: str, topic: str | None, moment: str | None) -> None:
    assert (topic_of(heading), moment_of(heading)) == (topic, moment)


# --- what Markdown becomes


def test_bold_stays_and_other_marks_go(tmp_path: Path) -> None:
    text = "Een **vet** woord, een *schuin* en `code`.\nEn\\\nverder \\*echt\\*.\n"
    spans = (Span("Een "), Span("vet", bold=True), Span(" woord, een schuin en code. En\nverder *echt*."))
    assert only(tmp_path, text).blocks == (Paragraph(spans),)


def test_lists_keep_depth_numbers_and_second_paragraphs(tmp_path: Path) -> None:
    text = "- een\n  - **twee**\n\n    nog wat\n- drie\n\n3. eerst\n4. dan\n"
    deep = Entry((Span("twee", bold=True), Span("\nnog wat")), depth=1)
    first = Listing((Entry((Span("een"),)), deep, Entry((Span("drie"),))))
    second = Listing((Entry((Span("eerst"),), number=3), Entry((Span("dan"),), number=4)))
    assert only(tmp_path, text).blocks == (first, second)


def test_an_address_for_people_stays_as_text_behind_its_words(tmp_path: Path) -> None:
    text = "Zie [de site](https://x.nl/) of [mail](mailto:a@x.nl), of bel [010](tel:010). Ook [x.nl](https://x.nl).\n"
    wanted = "Zie de site (x.nl) of mail (a@x.nl), of bel 010. Ook x.nl."
    assert only(tmp_path, text).blocks == (paragraph(wanted),)


def test_quotes_rules_and_code_become_plain_paragraphs(tmp_path: Path) -> None:
    text = "> Een citaat.\n\n---\n\n```html\nregel 1\nregel 2\n```\n"
    assert only(tmp_path, text).blocks == (paragraph("Een citaat."), paragraph("regel 1\nregel 2"))


def test_a_sign_below_a_word_is_no_html(tmp_path: Path) -> None:
    text = "Minder dan < 3 en 5 > 4 & meer; 3&lt;4.\n"
    assert only(tmp_path, text).blocks == (paragraph("Minder dan < 3 en 5 > 4 & meer; 3<4."),)


def test_a_byte_order_mark_and_windows_line_ends_are_fine(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbf---\r\ntopic: dairy\r\n---\r\n# Kaas\r\n\r\nLekker.\r\n")
    (section,) = read(tmp_path, "X", TODAY).sections
    assert section == Section("Kaas", "dairy", None, (paragraph("Lekker."),))


def test_soft_hyphens_go_and_composed_letters_are_one(tmp_path: Path) -> None:
    text = "bot\u00adont\u00adkal\u00adking en e\u0301e\u0301n\n"
    assert only(tmp_path, text).blocks == (paragraph("botontkalking en één"),)


# --- plain text


def test_plain_text_has_paragraphs_lists_and_headings_that_stand_alone(tmp_path: Path) -> None:
    text = (
        "Folder botontkalking\n\nAlendroninezuur\n\nNeem de tablet *nuchter* en\nmet water.\n\nLet op:\n- niet liggen\n"
        "  in dat half uur\n2) wachten\n\nParkeren\nU kunt hier de hele dag gratis parkeren, zolang er plaats is.\n"
    )
    first, second = taken(tmp_path, a__txt=text).sections
    listing = Listing((Entry((Span("niet liggen in dat half uur"),)), Entry((Span("wachten"),), number=2)))
    assert first.blocks == (paragraph("Neem de tablet *nuchter* en met water."), paragraph("Let op:"), listing)
    assert (first.title, first.topic) == ("Alendroninezuur", "alendronate")
    assert (second.title, second.topic, len(second.blocks)) == ("Parkeren", None, 1)


def test_a_short_line_at_the_end_of_plain_text_is_text(tmp_path: Path) -> None:
    section = only(tmp_path, "Kaas\n\nLekker en goed voor u.\n\nUw ziekenhuis\n", "a__txt")
    assert section.blocks == (paragraph("Lekker en goed voor u."), paragraph("Uw ziekenhuis"))


def test_plain_text_may_have_a_head(tmp_path: Path) -> None:
    section = only(tmp_path, "---\ntopic: dairy\nmoment: before\n---\nMelk.\n", "a__txt")
    assert section == Section("A", "dairy", "before", (paragraph("Melk."),))


# --- folders and limits


def test_files_come_in_the_order_of_their_names_and_folders_too(tmp_path: Path) -> None:
    (tmp_path / "2").mkdir()
    (tmp_path / "2" / "a.md").write_text("# Twee\n\nx\n", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.bin").write_bytes(b"\0")
    (tmp_path / "Thumbs.db").write_bytes(b"\0")
    found = taken(tmp_path, **{"3__md": "# Drie\n\nx\n", "1__txt": "Een\n\nx\n"})
    assert [section.title for section in found.sections] == ["Een", "Twee", "Drie"]
    assert (found.name, found.imported) == ("Ziekenhuis X", TODAY)


def test_one_file_is_enough_and_may_itself_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Kaas\n\nLekker.\n", encoding="utf-8")
    (tmp_path / "b.md").symlink_to(tmp_path / "a.md")
    assert read(tmp_path / "a.md", "X", TODAY) == read(tmp_path / "b.md", "X", TODAY)


@pytest.mark.parametrize("name", ["", "   ", "x" * 81, "Zieken\u202ehuis", "Zieken\x00huis", "<b>X</b>"])
def test_a_name_that_cannot_be_shown_is_a_fault(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.md").write_text("Tekst.\n", encoding="utf-8")
    assert faults(tmp_path, name) == [("", 0, "name")]


def test_other_kinds_of_file_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK")
    (tmp_path / "b.md").write_text("Tekst.\n", encoding="utf-8")
    assert faults(tmp_path) == [("a.docx", 0, "kind")]
    assert faults(tmp_path / "a.docx") == [("a.docx", 0, "kind")]


def test_what_is_not_there_or_empty_is_told(tmp_path: Path) -> None:
    assert faults(tmp_path / "nothing") == [("nothing", 0, "missing")]
    assert faults(tmp_path) == [("", 0, "folder_empty")]


def test_no_more_files_and_folders_than_the_limits(tmp_path: Path) -> None:
    for number in range(MOST_FILES + 1):
        (tmp_path / f"{number}.md").write_text(f"# Kop {number}\n\nx\n", encoding="utf-8")
    assert ("", 0, "too_many_files") in faults(tmp_path)
    (tmp_path / "0.md").unlink()
    assert len(read(tmp_path, "X", TODAY).sections) == MOST_FILES
    deep = tmp_path / "1/2/3/4/5"
    deep.mkdir(parents=True)
    (deep / "a.md").write_text("x\n", encoding="utf-8")
    (tmp_path / "1.md").unlink()
    assert len(read(tmp_path, "X", TODAY).sections) == MOST_FILES
    (deep / "6").mkdir()
    assert ("1/2/3/4/5/6", 0, "too_deep") in faults(tmp_path)


def test_no_more_sections_than_the_limit(tmp_path: Path) -> None:
    text = "".join(f"# Kop {number}\n\nx\n\n" for number in range(MOST_SECTIONS))
    assert len(taken(tmp_path, a__md=text).sections) == MOST_SECTIONS
    assert wrong(tmp_path, f"{text}# Nog een\n\nx\n")[0][1] == "many_sections"


def test_together_the_files_have_a_limit_too(tmp_path: Path) -> None:
    line = "woord " * 300 + "\n\n"
    text = line * ((MOST_BYTES - 10) // len(line))
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    assert ("", 0, "too_large_all") in faults(tmp_path)
    (tmp_path / "4.txt").unlink()
    assert len(read(tmp_path, "X", TODAY).sections) == 4


def test_a_file_that_is_wrong_throughout_says_so_and_no_more(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.md").write_text("<b>\n\n" * 50, encoding="utf-8")
    found = faults(tmp_path)
    assert len(found) == MOST + 1
    assert found[MOST_OF_A_FILE] == ("0.md", 0, "more")
    assert found[-1] == ("", 0, "more")


def test_what_was_read_is_what_is_kept(tmp_path: Path) -> None:
    text = "# Denosumab\n\nBel **direct**.\n\n1. een\n   - twee\n\n#### Thuis\n\nRust.\n"
    found = taken(tmp_path, a__md=text, b__txt="Parkeren\n\nGratis.\n")
    assert clinic.from_record(clinic.to_record(found)) == found
