"""Words that steps carry as data, as they are shown, by language. A word that is not listed is shown as it is."""

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "initial": "initial audit",
        "surveillance": "surveillance (per year)",
        "recertification": "recertification",
        "recertification-proven": "recertification of a proven system",
        "added-sites": "sites that join",
        "nearest_half": "to the nearest half day",
        "nearest_half_ties_down": "to the nearest half day, ties down",
        "up_half": "up to the next half day",
        "yes": "yes",
        "no": "no",
        "unset": "not settled",
    },
    "de": {
        "initial": "Erstaudit",
        "surveillance": "Überwachung (je Jahr)",
        "recertification": "Rezertifizierung",
        "recertification-proven": "Rezertifizierung eines bewährten Systems",
        "added-sites": "hinzukommende Standorte",
        "nearest_half": "auf den nächsten halben Tag",
        "nearest_half_ties_down": "auf den nächsten halben Tag, in der Mitte ab",
        "up_half": "auf den nächsten halben Tag aufwärts",
        "yes": "ja",
        "no": "nein",
        "unset": "nicht festgelegt",
        "high": "hoch",
        "medium": "mittel",
        "low": "niedrig",
        "limited": "begrenzt",
        "special": "besonders",
        "increase": "Erhöhung",
        "reduction": "Verringerung",
        "part-time": "Teilzeitarbeit",
        "identical-shifts": "gleiche Arbeit in mehreren Schichten",
        "repetitive-work": "sich wiederholende Arbeit",
        "simple-work": "einfache Arbeit",
        "seasonal-work": "Saisonarbeit",
        "identical-activity": "gleiche Tätigkeit",
        "leader": "Leitung",
        "auditor": "Auditor",
        "technical-expert": "Sachverständiger",
        "auditor-in-training": "Auditor in Ausbildung",
        "observer": "Beobachter",
        "interpreter": "Dolmetscher",
        "management-system-audit": "Managementsystemaudit",
        "product-inspection": "Produktinspektion",
        "business": "Geschäft",
        "normal": "normal",
        "tightened": "verschärft",
        "reduced": "reduziert",
        "discontinued": "ausgesetzt",
    },
}
"""Language → word → what is shown."""

WRITTEN_BY_PEOPLE = frozenset(
    {"reason", "group", "site", "sites", "seed", "person", "shift", "standard", "about", "operators"}
)
"""Inputs that are shown as they were written, never translated."""
