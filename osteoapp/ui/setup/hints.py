"""What is wrong with an answer, in one plain sentence beside its field."""

from __future__ import annotations

from collections.abc import Mapping

from osteoapp import words
from osteoapp.content.words import Lang
from osteoapp.i18n import translate
from osteoapp.ui.ports import FormFault


def hint(fault: FormFault, lang: Lang) -> str:
    """The sentence for a fault of a form; a general one for a fault that no screen should be able to make."""
    if fault.code in ("overlapping_tablets", "ends_by_absence"):
        return words.refusal(fault.code, fault.values, lang)
    own = _of_key(fault.key).get(fault.code)
    text = own or _sentences().get(fault.code) or translate("Setup", "Dit kan zo niet. Kijk het nog eens na.")
    return _filled(text, fault.values)


def _filled(text: str, values: Mapping[str, str]) -> str:
    for key, value in values.items():
        text = text.replace("{" + key + "}", value.strip('"'))
    return text


def _of_key(key: str) -> Mapping[str, str]:
    """Where one sentence cannot serve all fields."""
    month = translate("Setup", "Vul de maand en het jaar in.")
    if key == "treated_since":
        return {"wants_date": month, "date_quoted": month, "date_impossible": month}
    if key in ("weekday", "weekdays"):
        return {"required": translate("Setup", "Kies een dag.")}
    if key == "target":
        return {"number_range": translate("Setup", "Kies een getal van {least} tot en met {most}.")}
    if key == "rrule":
        number = translate("Setup", "Vul een heel getal in, 1 of hoger.")
        return {
            "rrule_day": translate("Setup", "Kies ten minste 1 dag."),
            "rrule_number": number,
            "rrule_monthday": translate("Setup", "Vul dagen van 1 tot en met 31 in, bijvoorbeeld: 1 en 15."),
        }
    if key == "name":
        return {"required": translate("Setup", "Vul hier een naam in.")}
    if key == "every_weeks":
        return {"choice": translate("Setup", "Kies eerst een antwoord.")}
    return {}


def _sentences() -> Mapping[str, str]:
    day = translate("Setup", "Vul de dag, de maand en het jaar in.")
    clock = translate("Setup", "Vul een tijd in, bijvoorbeeld 08:30.")
    return {
        "in_future": translate("Setup", "Deze dag moet nog komen. Kijk de datum na."),
        "in_past": translate("Setup", "Deze dag is al voorbij. Kies een dag die nog komt."),
        "date_impossible": translate("Setup", "Deze dag bestaat niet. Kijk de datum na."),
        "date_range": translate("Setup", "Dit jaar kan niet kloppen. Kijk de datum na."),
        "wants_date": day,
        "date_quoted": day,
        "one_of_missing": translate("Setup", "Kies eerst een antwoord."),
        "wants_time": clock,
        "double": translate("Setup", "Deze tijd staat er 2 keer."),
        "list_long": translate("Setup", "Dit zijn te veel tijden. Het mogen er hoogstens {most} zijn."),
        "times_missing": translate("Setup", "Vul ten minste 1 tijd in."),
        "wants_whole": translate("Setup", "Vul een heel getal in."),
        "number_range": translate("Setup", "Kies een getal van {least} tot en met {most}."),
        "text_long": translate("Setup", "Dit is te lang. Gebruik hoogstens {most} tekens."),
        "text_control": translate("Setup", "Hier staat een teken in dat niet te zien is. Typ de tekst opnieuw."),
        "no_number": translate("Setup", "Dit is geen telefoonnummer. Typ alleen cijfers, bijvoorbeeld 010-1234567."),
        "text_blank": translate("Setup", "Vul hier een naam in."),
        "required": translate("Setup", "Dit moet nog worden ingevuld."),
        "day_order": translate("Setup", "Opstaan moet vroeger zijn dan {ends}."),
        "evening_first": translate("Setup", "De avond moet later zijn dan opstaan om {wake}."),
        "tablet_time": translate("Setup", "De tablet moet vroeger zijn dan {ends}."),
        "quiet": translate("Setup", "Vul 2 verschillende tijden in."),
        "period": translate("Setup", "Vul een heel getal in, 1 of hoger."),
        "until_before_start": translate("Setup", "De laatste dag ligt voor de eerste. Kijk de datums na."),
        "pause_order": translate("Setup", "De laatste dag ligt voor de eerste. Kijk de datums na."),
        "rrule_no_date": translate("Setup", "Zo komt er geen enkele dag. Kijk de dagen en de datums na."),
        "doctor_first": translate("Setup", "Bel eerst {whom}. Er is niets veranderd."),
    }
