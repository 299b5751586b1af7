"""Dates in German: the steps of cycles, limits, transitions and retention, and what cannot be reckoned."""

DATES_DE = {
    "dates.cycle-starts": "Der Zyklus beginnt am Tag der Entscheidung, {value}.",
    "dates.cycle-ends": "{period} ab {start}, Ende: {reading}; letzter Tag ist der {value}.",
    "dates.renewal-path": "Entschieden am {decision}; der alte Zyklus endete am {old_last_day}, bis {door_closes} kann"
    " wiederhergestellt werden: {value}.",
    "dates.effective-not-before-decision": "Wirksam frühestens am Tag der Entscheidung: {value}.",
    "dates.renewal-ends": "{period}, gezählt ab {counts_from}: letzter Tag ist der {value}.",
    "dates.door-closes": "{period} nach dem Ende des alten Zyklus am {old_last_day}: {value}.",
    "dates.first-surveillance": "{period} nach der Entscheidung vom {decision}: {value}.",
    "dates.second-window": "Entschieden am {decision}: das zweite Jahr beginnt am {opens} und endet am {value}.",
    "dates.calendar-year": "Eine Überwachung in jedem Kalenderjahr zwischen {cycle_began} und der Rezertifizierung"
    "[ vom {recertification}]: für {year} bis {value}.",
    "dates.due": "{period} ab {counts_from} ({limit}): {value}.",
    "dates.before-expiry": "Nicht später als das Ende des Zyklus: {value}.",
    "dates.certificate-ends": "Nicht später als das Ende des Zertifikats: {value}.",
    "dates.free-from": "{period} nach dem Ende am {ended}: frei ab {value}.",
    "dates.notice-before": "{period} vor dem Auftrag am {order}: {value}.",
    "dates.last-grant-on-old-edition": "Letzter Tag für eine Entscheidung nach Ausgabe {from_edition} vor {to_edition}"
    "[ (Übergang endet am {ends})]: {value}.",
    "dates.capped-by-transition": "Ein Zertifikat nach Ausgabe {from_edition} endet spätestens mit dem Übergang zu"
    " {to_edition}[ am {ends}]: {value}.",
    "dates.keep-one-cycle-more": "{period} nach dem Ende des Zyklus am {cycle_last_day}: aufbewahrt bis {value}.",
    "dates.keep-previous-cycle": "Eine Aufzeichnung vom {record} bleibt für ihren und den folgenden Zyklus: {value}.",
    "dates.keep-own-period": "{period} ab {ended}: aufbewahrt bis {value}.",
    "dates.open-ended": "Unbefristet. {because}",
    "dates.certificate-period": "{period} ab {effective}: letzter Tag ist der {value}.",
    "dates.after-event": "{period} nach „{event}“ am {happened}: {value}.",
    "dates.latest-of": "Der späteste dieser Tage: {value}[; steht noch aus: {waits_for}].",
    "dates.scheme-surveillance": "{interval} ab {counts_from} für „{activity}“[, Toleranz {tolerance}]: {value}.",
}

DATE_REFUSALS_DE = {
    "dates.no-period-set": (
        "Die Norm nennt für {rule} keine Zahl, und niemand hat eine festgelegt.",
        "Im Programm oder in den Regeln der Stelle festlegen.",
    ),
    "dates.choice-not-settled": (
        "Die Norm lässt hier zwei Lesarten zu, und die Stelle hat nicht gewählt.",
        "Bei der Übernahme der Fristen wählen[; vorgeschlagen: {suggested}].",
    ),
    "adoption.value-not-set": (
        "Das Paket überlässt „{name}“ der Stelle, und der Wert ist nicht festgelegt.",
        "Bei der Übernahme festlegen.",
    ),
    "adoption.not-a-period": ("„{value}“ ist keine Zeitspanne.", "Etwa so schreiben: 12 months, 30 days."),
    "adoption.not-a-number": ("„{value}“ ist keine Zahl.", "Eine ganze Zahl oder Dezimalzahl schreiben."),
}

DATE_WORDS_DE = {
    "day-before": "Tag vor dem Jahrestag",
    "anniversary": "Jahrestag",
    "in-time": "rechtzeitig erneuert",
    "restored": "wiederhergestellt",
    "new-cycle": "neuer Zyklus nach mindestens einer Stufe 2",
    "from-old-expiry": "dem Ende des alten Zyklus",
    "from-decision": "der Entscheidung",
    "month": "Monat",
    "months": "Monate",
    "day": "Tag",
    "days": "Tage",
    "working day": "Arbeitstag",
    "working days": "Arbeitstage",
}
