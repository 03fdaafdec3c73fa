"""What the cards and questions call each treatment: the plain name, a brand to recognise it by, a picture."""

from __future__ import annotations

from typing import Final

from osteoapp import words
from osteoapp.content.words import Lang, find
from osteoapp.core.treatment import Treatment
from osteoapp.i18n import translate
from osteoapp.ui.icons import Icon
from osteoapp.ui.setup.answers import MEDICINE, Answers
from osteoapp.ui.wording import ICONS

# What the doctor gives, and what comes beside it: two pages of cards.
MEDICINES: Final = (
    "alendronate-tablet", "risedronate-tablet", "denosumab-injection", "zoledronate-infusion", "alendronate-drink",
    "alendronate-effervescent", "vitamin-d-tablet", "vitamin-d-drink", "calcium-supplement",
)  # fmt: skip
MORE: Final = ("dairy", "activity", MEDICINE, "dentist", "fall-safety", "dexa", "smoking-alcohol")


def card_title(treatment: str, lang: Lang) -> str:
    """The name on a card."""
    if treatment == MEDICINE:
        return translate("Setup", "Andere medicijnen")
    return find(lang, "treatment", treatment, "plan") or treatment


def card_line(treatment: str) -> str:
    """By what it is recognised; a number stays beside its word."""
    lines = {
        "alendronate-tablet": translate("Setup", "Bijvoorbeeld Fosamax. 1 keer per week."),
        "risedronate-tablet": translate("Setup", "Bijvoorbeeld Actonel. 1 keer per week."),
        "alendronate-drink": translate("Setup", "Om te drinken. 1 keer per week."),
        "alendronate-effervescent": translate("Setup", "Bijvoorbeeld Binosto. 1 keer per week."),
        "denosumab-injection": translate("Setup", "Bijvoorbeeld Prolia. Elk half jaar."),
        "zoledronate-infusion": translate("Setup", "Bijvoorbeeld Aclasta. 1 keer per jaar."),
        "vitamin-d-tablet": translate("Setup", "Bijvoorbeeld Divisun. Elke dag."),
        "vitamin-d-drink": translate("Setup", "Bijvoorbeeld D-Cura. Elke 1, 2 of 4 weken."),
        "calcium-supplement": translate("Setup", "Bijvoorbeeld Calci Chew. Bij het eten."),
        "dairy": translate("Setup", "Melk, yoghurt, kaas: een doel per dag."),
        "activity": translate("Setup", "Een doel per dag, in minuten."),
        MEDICINE: translate("Setup", "Alles wat u verder inneemt."),
        "dentist": translate("Setup", "2 keer per jaar een seintje."),
        "fall-safety": translate("Setup", "1 keer per jaar uw huis nalopen."),
        "dexa": translate("Setup", "De botmeting in het ziekenhuis."),
        "smoking-alcohol": translate("Setup", "1 keer per jaar erbij stilstaan."),
    }
    return words.tie(lines[treatment])


def icon_of(treatment: str) -> Icon:
    """The picture of a treatment."""
    return ICONS.get(treatment, "calendar-check")


def name_of(answers: Answers, slot: str, treatment: Treatment, lang: Lang) -> str:
    """What a plan is called: the person's own name for it, or the treatment's."""
    own = answers.get(slot, "name").strip()
    if treatment.id == MEDICINE:
        return own or translate("Setup", "Ander medicijn")
    return words.tie(card_title(treatment.id, lang))


def the(treatment: Treatment, lang: Lang) -> str:
    """``de tablet``, as it stands in a question."""
    return find(lang, "treatment", treatment.id, "the") or card_title(treatment.id, lang)
