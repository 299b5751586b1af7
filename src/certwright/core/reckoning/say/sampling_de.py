"""Annahmestichprobenprüfung auf Deutsch; see :mod:`~.sampling_en`."""

SAMPLING_DE = {
    "acceptance-sampling.code-letter": "Ein Los von {lot} Einheiten liegt im Bereich ab {lot_min}[ bis {lot_max}]; bei"
    " Prüfniveau {level} ist der Kennbuchstabe {value}.",
    "acceptance-sampling.arrow": "Bei Kennbuchstabe {letter} und AQL {aql} zeigt die Tabelle einen Pfeil; er führt zur"
    " Anweisung des Kennbuchstabens {value}, mit dessen Stichprobenumfang.",
    "acceptance-sampling.plan": "Kennbuchstabe {letter}, AQL {aql}, Prüfschärfe {severity}: {value} Einheiten,"
    " Annahmezahl {ac}, Rückweisezahl {re}.",
    "acceptance-sampling.sources-disagree": "Öffentliche Quellen sind sich über Kennbuchstabe {letter} bei AQL {aql}"
    " uneinig. Hier führt er zu {value} Einheiten; nach der anderen Lesart gilt Kennbuchstabe {other_letter} mit"
    " {other_n} Einheiten, Annahmezahl {other_ac}, Rückweisezahl {other_re}. Mit der gekauften Norm vergleichen.",
    "acceptance-sampling.every-item": "Eine Stichprobe von {n} ist nicht kleiner als das Los von {lot}: Alle {value}"
    " Einheiten werden geprüft.",
    "acceptance-sampling.one-letter": "Der Kennbuchstabe der größten Stichprobe, {value}, dient allen Fehlerklassen;"
    " der des Loses ist {own}.",
    "acceptance-sampling.zero-acceptance": "Für die Fehlerklasse {nonconformity_class} verlangt das Programm die"
    " Prüfung von {value} der {lot} Einheiten und lässt nichts durch.",
    "acceptance-sampling.lq-plan": "Ein einzelnes Los von {lot} Einheiten bei rückzuweisender Qualitätsgrenzlage {lq}"
    " Prozent: {value} Einheiten, Annahmezahl {ac}.",
    "acceptance-sampling.consumer-risk": "Enthielte das Los {nonconforming} fehlerhafte Einheiten, wie es bei der"
    " Grenzlage {lq} Prozent möglich ist, würde es mit {value} Prozent Wahrscheinlichkeit angenommen.",
    "acceptance-sampling.accepted": "{counted} gezählt in {n} Einheiten, Annahmezahl {ac}: Das Los ist angenommen.",
    "acceptance-sampling.accepted-back-to-normal": "{counted} gezählt in {n} Einheiten liegt zwischen {ac} und {re}:"
    " Das Los ist angenommen, das nächste wird normal geprüft.",
    "acceptance-sampling.not-accepted": "{counted} gezählt in {n} Einheiten, Rückweisezahl {re}: Das Los ist nicht"
    " angenommen.",
    "switching.stays": "{about}: Die Prüfschärfe des nächsten Loses bleibt {value} (in Folge angenommen: {in_a_row},"
    " nicht angenommen: {not_accepted}, Punkte: {score}).",
    "switching.to-tightened": "{about}: Von den letzten Losen wurden zu viele nicht angenommen; Prüfschärfe {value}.",
    "switching.to-normal": "{about}: Die Prüfschärfe ist wieder {value}.",
    "switching.to-reduced": "{about}: Reduzierte Prüfung ist erlaubt, und die zuständige Stelle wünscht sie.",
    "switching.discontinued": "{about}: Zu viele Lose unter verschärfter Prüfung; die Stichprobenprüfung ist"
    " ausgesetzt.",
    "switching.resumed": "{about}: Der Maßnahme des Lieferanten ist zugestimmt; die Prüfung beginnt wieder: {value}.",
    "switching.resubmitted": "{about}: Ein wieder vorgestelltes Los zählt nicht; Prüfschärfe bleibt {value}.",
    "switching.lot-while-discontinued": "{about}: Solange die Prüfung ausgesetzt ist, wird kein Los durch Stichprobe"
    " angenommen.",
    "switching.accepted-under-other-severity": "{about}: angenommen unter anderer Prüfschärfe als vorgesehen, das zählt"
    " nicht; sie bleibt {value}.",
    "switching.reduction-not-earned": "{about}: Die bisherigen Lose erlauben keine reduzierte Prüfung (in Folge"
    " angenommen: {in_a_row}, Punkte: {score}); sie bleibt {value}.",
    "switching.not-on-reduced": "{about}: Die Prüfung ist nicht reduziert; sie bleibt {value}.",
    "switching.not-discontinued": "{about}: Die Prüfung ist nicht ausgesetzt; sie bleibt {value}.",
    "share.of-population": "{share} von {population} in {period}: {value} {counted}.",
    "share.rounded-up": "{exact} wird aufgerundet, auf mindestens eins: {value} {counted}.",
}

SAMPLING_REFUSALS_DE = {
    "acceptance-sampling.lot-too-small": (
        "Aus einem Los von {lot} lässt sich keine Stichprobe ziehen; sie beginnt bei {least} Einheiten.",
        "Die einzelne Einheit selbst prüfen, oder die wirkliche Losgröße angeben.",
    ),
    "acceptance-sampling.lot-outside-table": (
        "Die Tabelle kennt kein Los von {lot} Einheiten[; sie beginnt bei {least}][ und endet bei {most}].",
        "Eine Anweisung festlegen und begründen.",
    ),
    "acceptance-sampling.level-unknown": ("Es gibt kein Prüfniveau „{level}“.", "Zur Wahl stehen: {levels}."),
    "acceptance-sampling.aql-unknown": ("Es gibt keine AQL „{aql}“.", "Zur Wahl stehen: {series}."),
    "acceptance-sampling.lq-unknown": (
        "Es gibt keine rückzuweisende Qualitätsgrenzlage „{lq}“.",
        "Zur Wahl stehen: {series}.",
    ),
    "acceptance-sampling.aql-not-in-items": (
        "Eine AQL von {aql} zählt keine fehlerhaften Einheiten: über {items_up_to} werden nur Fehler gezählt.",
        "Fehler zählen, oder eine kleinere AQL wählen.",
    ),
    "acceptance-sampling.severity-unknown": (
        "Es gibt keine Prüfschärfe „{severity}“.",
        "Zur Wahl stehen: {severities}.",
    ),
    "acceptance-sampling.severity-not-tabulated": (
        "Zur Prüfschärfe {severity} gibt es hier keine Tabelle.",
        "Eine Anweisung festlegen und begründen.",
    ),
    "acceptance-sampling.table-not-settled": (
        "Niemand konnte {table} bestätigen.",
        "Mit dem gekauften Exemplar vergleichen und „{needs}“ beantworten, oder ein anderes Dokument benutzen.",
    ),
    "acceptance-sampling.plan-not-held": (
        "Was {table} bei Kennbuchstabe {letter} und AQL {aql} zeigt, ließ sich nicht ermitteln.",
        "Die Anweisung dem gekauften Exemplar entnehmen und das angeben.",
    ),
    "acceptance-sampling.classes-of-several-lots": (
        "Nicht verschiedene Fehlerklassen eines Loses auf einem Prüfniveau: {classes}; Lose von {lots}[; {levels}].",
        "Jede Fehlerklasse einmal angeben, mit derselben Losgröße und demselben Prüfniveau.",
    ),
    "acceptance-sampling.sample-not-in-lot": (
        "{n} Einheiten lassen sich nicht aus einem Los von {lot} nehmen.",
        "Mindestens eine Einheit nehmen, höchstens das ganze Los.",
    ),
    "acceptance-sampling.impossible-count": (
        "{counted} kann in einer Stichprobe von {n} nicht gezählt worden sein.",
        "Eine Zahl von 0 bis {n} angeben.",
    ),
    "acceptance-sampling.another-series": (
        "Ein Los nach {document}, {quality}, Fehlerklasse {nonconformity_class} gehört nicht zur Serie ({series}).",
        "Für jede Produktlinie, Fehlerklasse und AQL eine eigene Serie führen.",
    ),
    "share.no-population": (
        "Von {population} lässt sich kein Anteil nehmen.",
        "Mindestens eines nennen, wovon er genommen wird.",
    ),
    "share.not-a-share": ("{share} ist kein Anteil.", "Einen Anteil über 0 bis 1 angeben."),
    "share.other-population": (
        "Der Anteil bezieht sich auf {population}, genannt sind {named}, davon {different} verschieden.",
        "Alle einmal nennen.",
    ),
    "share.risk-not-positive": ("Ohne Risikogewicht: {operators}.", "Eine ganze Zahl ab 1 angeben."),
}
