"""How the leaflet is written: plain, short, not copied, without promises, and with whom to call."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path

import pytest

from osteoapp.content import leaflet, words
from osteoapp.content.leaflet import Passage
from osteoapp.content.prose import sentences
from osteoapp.content.words import LANGS, Lang

DATA = Path(__file__).parent.parent / "data"
LONGEST: dict[Lang, int] = {"nl": 15, "en": 15}
# A card, a button, a title.
SHORT = 12
CARDS = (
    "treatment", "title", "headline", "instruction", "answer", "button", "status", "chip", "kind", "remark", "call",
)

# The scan is called safe and painless in the leaflet itself (F50); nothing else is called safe.
SAFE = {"dexa/before", "dexa/during"}
FORBIDDEN: dict[Lang, str] = {
    "nl": r"veilig|geen probleem|u moet|u kunt wachten|beschermd|gemist|te laat|geen zorgen|gerust|diagnose|monitor"
    r"|klinisch|voorkomt breuken|ons advies|wij adviseren|bevestig|annuleer|\bOK\b",
    "en": r"\bsafe|no problem|you must|you can wait|protected|don't worry|no worries|diagnos|monitor|clinically"
    r"|prevents fractures|we advise|\bOK\b",
}
DOSE = r"\b\d+([.,]\d+)?\s*(mg|milligram|microgram|µg|IE|IU|gram|g)\b|%"
ABBREVIATION = r"\b(bijv|o\.a|d\.w\.z|ca|evt|enz|e\.d|m\.b\.v|i\.p\.v|blz|e\.g|i\.e|etc|approx|min)\.|\bml\b"
CALLED: dict[Lang, str] = {
    "nl": r"\b(Bel|bel|Vraag|vraag|Overleg|belt)\b.*(huisarts|huisartsenpost|apothe|ziekenhuis|arts|praktijk|tandarts"
    r"|verpleegkundige|112)",
    "en": r"\b([Cc]all|[Aa]sk|[Tt]alk)\b.*(GP|out-of-hours|pharmac|hospital|doctor|practice|dentist|nurse|112)",
}
EXCEPTIONS = {
    "missed", "late", "early", "stop", "ask-pharmacist", "later-today", "when-to-call", "went-wrong", "unknown-date",
}

# Hard words, in small letters, and what must stand in the first passage, in reading order, that uses one.
HARD: dict[Lang, dict[str, str]] = {
    "nl": {
        "botontkalking": r"2 namen",
        "piekbotmassa": r"het stevigst",
        "oestrogeen": r"hormoon",
        "overgang": r"menstruatie stopt",
        "bmi": r"gewicht voor uw lengte",
        "prednison": r"bijnierschorshormoon",
        "calcium": r"kalk",
        "erfelijk": r"in de familie",
        "wervel": r"in de rug|van uw rug",
        "psychische": r"angst, zorgen",
        "fysiotherapeut": r"helpt u",
        "dexa": r"meet hoe",
        "radiologie": r"foto's",
        "bisfosfona": r"groep medicijnen",
        "bijwerking": r"klacht die door een medicijn komt",
        "injectie": r"prik",
        "bedrijfsarts": r"dokter van uw werk",
        "infuus": r"loopt dan langzaam",
        "dagopname": r"dagdeel",
        "eczeem": r"rode huid",
        "slokdarm": r"buis van uw keel",
        "natrium": r"stof uit zout",
        "wortelkanaal": r"van binnen schoon",
        "implantaat": r"kunstwortel",
        "kaakchirurg": r"opereert",
        "prothese": r"kunstgebit",
        "valpoli": r"spreekuur",
        "geriatrie": r"oudere mensen",
        "antibiotica": r"tegen bacteri",
    },
    "en": {
        "botontkalking": r"2 names",
        "peak bone mass": r"firmest",
        "oestrogen": r"hormone",
        "menopause": r"periods stop",
        "bmi": r"weight for your height",
        "hereditary": r"runs in the family",
        "vertebra": r"in the back|of your back",
        "psychological": r"fear, worries",
        "physiotherapist": r"helps you",
        "dexa": r"measures how",
        "radiology": r"pictures of the body",
        "bisphosphonate": r"group of bone medicines",
        "side effect": r"complaint that a medicine causes",
        "company doctor": r"doctor of your workplace",
        "infusion": r"runs slowly",
        "day admission": r"part of a day",
        "eczema": r"red skin",
        "gullet": r"pipe from your throat",
        "sodium": r"part of salt",
        "root canal": r"cleans a tooth",
        "implant": r"artificial root",
        "oral surgeon": r"operates",
        "denture": r"fits badly",
        "fall clinic": r"why people fall",
        "geriatrics": r"older people",
        "antibiotics": r"against bacteria",
    },
}
NUMBER_WORDS: dict[Lang, str] = {
    "nl": r"\b(twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twintig|dertig)\b",
    "en": r"\b(two|three|four|five|six|seven|eight|nine|ten|twenty|thirty)\b",
}


def count(sentence: str) -> int:
    return len(re.findall(r"\S*\w\S*", sentence))


def all_passages() -> list[tuple[Lang, Passage]]:
    return [(lang, one) for lang in LANGS for one in leaflet.passages(lang)]


def test_no_sentence_is_too_long() -> None:
    long = [
        (one.id, count(said), said)
        for lang, one in all_passages()
        for said in sentences(one.text)
        if count(said) > LONGEST[lang]
    ]
    assert long == []


def test_titles_are_short() -> None:
    assert [one.id for _, one in all_passages() if count(one.title) > SHORT] == []


def test_words_on_cards_and_buttons_are_short() -> None:
    long = [
        (lang, path, said)
        for lang in LANGS
        for path, text in words.texts(lang)
        if path[0] in CARDS and "why" not in path
        for said in sentences(text)
        if count(said) > SHORT
    ]
    assert long == []


def test_other_sentences_of_the_program_are_not_too_long() -> None:
    long = [
        (lang, path, said)
        for lang in LANGS
        for path, text in words.texts(lang)
        for said in sentences(text)
        if count(said) > LONGEST[lang]
    ]
    assert long == []


def test_nothing_forbidden_is_said() -> None:
    found = [
        (one.id, match.group())
        for lang, one in all_passages()
        for match in re.finditer(FORBIDDEN[lang], f"{one.title} {one.text}", re.IGNORECASE)
        if not (one.id in SAFE and match.group() in ("veilig", "safe"))
    ]
    found += [
        (str(path), match.group())
        for lang in LANGS
        for path, text in words.texts(lang)
        for match in re.finditer(FORBIDDEN[lang], text, re.IGNORECASE)
    ]
    assert found == []


def test_no_amount_of_a_medicine_is_named() -> None:
    found = [(one.id, match.group()) for _, one in all_passages() for match in re.finditer(DOSE, one.text)]
    assert found == []


def test_no_abbreviation_and_no_shouting() -> None:
    texts = [(one.id, f"{one.title}\n{one.text}") for _, one in all_passages()]
    assert [name for name, text in texts if re.search(ABBREVIATION, text)] == []
    assert [name for name, text in texts if "!" in text or "_" in text] == []


@pytest.mark.parametrize("lang", LANGS)
def test_a_hard_word_is_explained_where_it_is_first_used(lang: Lang) -> None:
    for word, explained in HARD[lang].items():
        first = next(one for one in leaflet.passages(lang) if word in one.text.lower())
        assert re.search(explained, first.text.lower()), (word, first.id)


def test_numbers_are_digits() -> None:
    found = [
        (one.id, match.group())
        for lang, one in all_passages()
        for match in re.finditer(NUMBER_WORDS[lang], f"{one.title} {one.text}", re.IGNORECASE)
    ]
    assert found == []


def test_a_sentence_has_one_message() -> None:
    """No semicolon or dash strings two sentences together, and outside a list of things no three parts do."""
    strung = re.compile(r";|\s[–—-]\s")
    joints: dict[Lang, str] = {"nl": r", (maar|want|terwijl|zodat|waardoor)\b", "en": r", (but|while|whereas|which)\b"}
    for lang, one in all_passages():
        for said in sentences(one.text):
            assert not strung.search(said), (one.id, said)
            assert len(re.findall(joints[lang], said)) <= 1, (one.id, said)


def test_bodies_have_paragraphs_and_lists_only() -> None:
    marked = re.compile(r"^(#|\*|>|\d+\.|\||<|```)|\*\*|\]\(|https?:", re.MULTILINE)
    assert [one.id for _, one in all_passages() if marked.search(one.text)] == []


def test_a_dutch_text_says_u() -> None:
    informal = re.compile(r"\b(je|jij|jouw|jullie)\b", re.IGNORECASE)
    assert [one.id for one in leaflet.passages("nl") if informal.search(one.text)] == []


def test_an_exception_ends_with_whom_to_call() -> None:
    for lang, one in all_passages():
        if one.addition and (one.moment in EXCEPTIONS or one.confidence == "GK"):
            last = one.text.split("\n\n")[-1]
            assert re.search(CALLED[lang], last, re.DOTALL), (lang, one.id, last)


def test_what_rests_on_general_knowledge_says_ask_your_pharmacist() -> None:
    """On the pages of alarm signs the GP and 112 come in that place: nobody should ask a pharmacist first there."""
    asked = {"nl": r"apotheker|apotheek", "en": r"pharmacist|pharmacy"}
    lacking = [
        (lang, one.id)
        for lang, one in all_passages()
        if one.confidence == "GK" and one.moment != "when-to-call" and not re.search(asked[lang], one.text)
    ]
    assert lacking == []


def test_what_rests_on_general_knowledge_says_so_in_its_source() -> None:
    said = {"nl": "nog na te kijken door een apotheker", "en": "still to be checked by a pharmacist"}
    for lang, one in all_passages():
        assert (said[lang] in one.source) is (one.confidence == "GK"), (lang, one.id)


def test_notices_end_with_whom_to_call() -> None:
    for lang in LANGS:
        for path, text in words.texts(lang):
            if path[0] == "notice":
                assert re.search(CALLED[lang].replace("112", r"112|\{call\}"), sentences(text)[-1]), (path, text)


def test_both_languages_name_the_same_figures() -> None:
    for dutch, english in zip(leaflet.passages("nl"), leaflet.passages("en"), strict=True):
        texts = (dutch.text, english.text.replace("twice", "2 times").replace("once", "1 time"))
        figures = [set(re.findall(r"\d+", text)) - {"1"} for text in texts]
        assert figures[0] == figures[1], dutch.id


ROOT = Path(__file__).parent.parent.parent
# Every run of 8 words in the source, each once.
DIGESTS = 1597
PLAIN_TEXT = (".md", ".toml", ".tsv", ".txt", ".json", ".ts", ".py")


def runs(text: str) -> set[str]:
    """The digests of all runs of 8 words: small letters and digits only, whatever stands between them."""
    found = re.findall(r"[a-zà-ÿ0-9]+", unicodedata.normalize("NFC", text).lower())
    return {
        hashlib.sha256(" ".join(found[start : start + 8]).encode()).hexdigest() for start in range(len(found) - 7)
    }


def own_texts() -> list[Path]:
    """Every text of the project: what it shows, its code, its papers and its tests."""
    folders = ("osteoapp", "docs", "resources", "tests", "packaging", "bench")
    found = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in PLAIN_TEXT]
    return [*found, ROOT / "README.md", ROOT / "ARCHITECTURE.md", ROOT / "CHANGELOG.md"]


def test_no_8_words_in_a_row_are_those_of_the_source() -> None:
    source = set((DATA / "leaflet-8-words.sha256").read_text(encoding="ascii").split())
    files = own_texts()
    assert len(files) > 400
    copied = [str(file.relative_to(ROOT)) for file in files if runs(file.read_text(encoding="utf-8")) & source]
    assert copied == []


def test_the_digests_are_whole_and_of_the_form_that_the_test_makes() -> None:
    source = (DATA / "leaflet-8-words.sha256").read_text(encoding="ascii").split()
    assert len(source) == DIGESTS
    assert source == sorted(set(source))
    assert all(re.fullmatch(r"[0-9a-f]{64}", digest) for digest in source)
    made = runs("Een twee drie vier vijf zes zeven acht negen")
    assert made == runs("een, twee; drie - vier. Vijf zes zeven acht? Negen")
    assert made == runs("EEN “twee”\ndrie\n- vier\n\nvijf **zes** zeven (acht) negen")
    assert len(made) == 2
    assert runs("één twee drie vier vijf zes zeven acht") == runs("e\u0301e\u0301n twee drie vier vijf zes zeven acht")


@pytest.mark.parametrize("lang", LANGS)
def test_both_limits_for_alcohol_stand_together(lang: Lang) -> None:
    for one in leaflet.passages(lang):
        facts = {"F22", "F74", "F75"} & set(one.facts)
        assert facts in (set(), {"F22", "F74", "F75"}), one.id


@pytest.mark.parametrize("lang", LANGS)
def test_oddities_of_the_leaflet_are_handled(lang: Lang) -> None:
    texts = {one.id: one.text for one in leaflet.passages(lang)}
    zometa = [name for name, text in texts.items() if "Zometa" in text]
    assert zometa == ["zoledronate/what", "zoledronate/name"]
    assert {"nl": "staat ook in de folder", "en": "is in the leaflet too"}[lang] in texts["zoledronate/what"]
    assert {"nl": "ongeveer 1 uur in totaal", "en": "about 1 hour in all"}[lang] in texts["zoledronate/during"]
    assert "denosumab" in texts["dentist/denosumab"]
    assert {"nl": "Stop nooit zelf", "en": "Never stop on your own"}[lang] in texts["denosumab/review"]
    assert {"nl": "mogelijk", "en": "possibly"}[lang] not in texts["general/heredity"]
