"""The steps of a reckoning in German, for whoever checks it. See :mod:`~.sentence` for how a sentence is filled."""

STEPS_DE = {
    "personnel.given": "Effektive Personenzahl wie angegeben: {value}.",
    "personnel.all": "{group}: alle {value} Personen zählen[ (Schicht: {shift})].",
    "personnel.hours": "{group}: {headcount} Personen mit {hours} von {full} Stunden zählen als {value}.",
    "personnel.judged": "{group} ({work}): {value} von {headcount} Personen zählen[ (Schicht: {shift})]"
    "[. Begründung: {reason}].",
    "personnel.square-root": "{group} ({work}): {value} von {headcount} Personen zählen; die Quadratwurzel ist das"
    " Mindeste[. Begründung: {reason}].",
    "personnel.sum": "Effektive Personenzahl: {exact} in {groups} Gruppen, für die Tabelle {value}.",
    "class.sector": "Sektor {code} ({sector}), Teil „{part}“, legt {value} nahe[; das Dokument erlaubt auch {may_be}].",
    "class.risk": "Sektor {code} ({sector}), Teil „{part}“, legt das Risiko {value} nahe; Risiko ist ein Grund für eine"
    " Anpassung, keine Spalte[; das Dokument erlaubt auch {may_be}].",
    "class.chosen": "Klasse: {value}[. Begründung: {reason}].",
    "class.differs": "Klasse: {value}, obwohl {suggested} naheliegt. Begründung: {reason}.",
    "class.factor": "{factor}: {measured} {counts} ergeben {points} Punkte, Gewicht {weight}: {value}.",
    "class.score": "Die Punktzahl {score} fällt in die Klasse {value}.",
    "audit-time.proxy": "Kein Dokument nennt eine Auditzeit für {standard}; gerechnet wird nach {value}."
    " Begründung: {reason}.",
    "audit-time.band": "{persons} Personen liegen im Bereich ab {low}[ bis {high}][, Spalte {column}]: {value}"
    " Audittage.",
    "audit-time.interpolated": "Zwischen diesem Bereich und dem nächsten ({next} Personen: {next_days} Tage) ergeben"
    " {persons} Personen {value} Audittage.",
    "audit-time.manual": "Von einer Person festgesetzt, weil das Dokument hier keine Zahl nennt: {value} Audittage."
    " Begründung: {reason}.",
    "food.basic": "Grundzeit mit der ersten Gefahrenstudie, Kategorie {category}: {value} Audittage.",
    "food.studies": "{studies} Studien, {each} Audittage für jede weitere (Kategorie {category}): {value}.",
    "food.persons": "{persons} Vollzeitäquivalente, ab {low}[ bis {high}]: {value} Audittage.",
    "food.no-system": "Kein anderes zertifiziertes Managementsystem: {value} Audittage.",
    "food.sum": "Mindestzeit vor Ort: {value} Audittage.",
    "adjustment.reduction": "Verringerung: {by} Prozent. Begründung: {reason}.",
    "adjustment.increase": "Erhöhung: {by} Prozent. Begründung: {reason}.",
    "adjustment.increase-no-reason": "Erhöhung: {by} Prozent. Eine Begründung ist nicht vermerkt.",
    "adjustment.net": "{table_days} Audittage aus der Tabelle, netto {net} Prozent[ (höchstens -{most})]: {value}.",
    "grid.class": "Die Noten für {side} ergeben zusammen {total}: Klasse {value}.",
    "grid.range": "Geschäft {business}, IT {it}: die Methode legt {value} bis {most} Prozent nahe.",
    "audit-time.full-share": "Die Tabelle nennt die Zeit für {audit} selbst.",
    "audit-time.share": "Anteil an der Erstauditzeit für {audit}: {value}.",
    "audit-time.overlay-share": "Anteil an der Erstauditzeit für {audit} nach {body}: {value}; das Dokument sagt"
    " {document}[. Begründung: {reason}].",
    "audit-time.exact": "{days} Audittage × {share} = {value}.",
    "audit-time.extra": "Zusätzliche Zeit, die keine Regel verringert: {value} Audittage. Begründung: {reason}.",
    "audit-time.rounded": "{exact} Audittage, gerundet {policy}: {value}.",
    "audit-time.rounded-up-to-limit": "Abrunden würde die Mindestzeit von {least} unterschreiten; daher {value}"
    " Audittage.",
    "audit-time.least": "Kein Audit ist kürzer als {shortest} Audittage: {value}.",
    "audit-time.on-site": "Mindestens {percent} Prozent vor Ort: {value} Audittage; höchstens {off_site} außerhalb.",
    "audit-time.special": "Sonderaudit, nach Ermessen des Prüfenden: {value} Audittage. Begründung: {reason}.",
    "audit-time.stages": "Stufe 1 erhält {share} davon: {value} Audittage; Stufe 2 erhält {stage2}.",
    "audit-time.visits": "{days} Audittage in {value} Besuchen von {largest} bis {smallest} Audittagen.",
    "add-on.share": "{standard} zusätzlich zu {on} ({role}): {percent} Prozent von {base} Audittagen = {value}.",
    "add-on.least": "{standard} braucht mindestens {value} Audittage.",
    "sites.eligible": "Alle {conditions} Bedingungen für mehrere Standorte unter einem Zertifikat sind erfüllt.",
    "sites.temporary": "{sites} zeitweilige Standorte zählen nicht mit; von jeder der {value} Arten wird mindestens"
    " einer nach Risiko ausgewählt.",
    "sites.central-production": "Die Produktion in {site}, am Ort der zentralen Funktion, zählt als Standort: {value}.",
    "sites.proven": "Das System hat sich über den Zyklus als wirksam erwiesen. Begründung: {reason}.",
    "sites.groups": "{sites} Standorte in {value} Gruppen nach Prozess und Ebene.",
    "sites.group": "Gruppe {value}, Ebene {level}: {sites} Standorte.",
    "sites.unsampled": "Für diese Gruppe gibt es keine Stichprobe. Begründung: {reason}.",
    "sites.never-sampled": "Für Standorte mit diesen Tätigkeiten gibt es keine Stichprobe: {activities}.",
    "sites.root": "{occasion}: mindestens {factor} × √{sites}, aufgerundet: {value} Standorte.",
    "sites.more": "{value} Standorte mehr. Begründung: {reason}.",
    "sites.increased": "{root} Standorte nach der Wurzel, erhöht, von insgesamt {sites}: {value}.",
    "sites.random": "Mindestens {percent} Prozent von {sampled} Standorten nach Zufall, aufgerundet: {value}.",
    "sites.all": "{occasion} ohne Stichprobe: alle {value} Standorte.",
    "sites.yearly-share": "Überwachung ohne Stichprobe: {percent} Prozent von {sites} Standorten im Jahr, aufgerundet:"
    " {value}.",
    "sites.chosen": "{value} nach fachlicher Wahl. Begründung: {reason}.",
    "sites.other-than-before": "{visited} Standorte wurden in der letzten Überwachung besucht; gezogen wird aus den"
    " übrigen {value}.",
    "sites.drawn": "{value} von {pool} Standorten gezogen mit dem Startwert „{seed}“: {sites}.",
    "sites.central-function": "Die zentrale Funktion ({value}) wird ebenfalls auditiert.",
    "sites.site": "Standort {value}:",
    "sites.central": "Zentrale Funktion:",
    "sites.central-processes": "{percent} Prozent von {table_days} Audittagen deckt die zentrale Funktion ab; es"
    " bleiben {value}. Begründung: {reason}.",
    "sites.limit": "Zusammen {total} Prozent Verringerung an einem Standort, höchstens {most}: erlaubt: {value}.",
    "sites.first-visit": "Zum ersten Mal besucht; erhält die Erstauditzeit: {value}.",
    "sites.sum": "{days_sites} Audittage an {sites} Standorten und {days_central} bei der zentralen Funktion: {value}.",
    "sites.above-one-site": "Die Summe liegt nicht unter der Zeit als ein Standort mit {persons} Personen ({one_site}):"
    " {value}.",
    "sites.raised-to-one-site": "Die Summe von {total} liegt unter der Zeit als ein Standort mit {persons} Personen;"
    " daher {value}.",
    "integration.part": "{standard} allein: {value} Audittage.",
    "integration.sum": "{standards} Normen allein: {value} Audittage.",
    "integration.level": "{count} von {criteria} Kriterien der Integration sind erfüllt[ ({met})][; Gewichte: {reason}"
    "]: {value} Prozent.",
    "integration.ability": "{auditors} Auditoren, {standards} Normen, {further} weitere Qualifikationen: Fähigkeit"
    " {value} Prozent.",
    "integration.allowed": "Grad {level} und Fähigkeit {ability} Prozent erlauben {value} Prozent Verringerung.",
    "integration.claimed": "{value} Prozent werden genutzt, {allowed} sind erlaubt.",
    "integration.reduced": "{total} Audittage abzüglich {percent} Prozent: {value}.",
    "integration.below-largest": "{value} Audittage sind weniger, als die größte Norm allein braucht ({largest}); ob"
    " das sein darf, legt die Stelle fest.",
    "integration.raised-to-largest": "{time} Audittage sind weniger, als die größte Norm allein braucht; daher"
    " {value}.",
    "integration.rounded": "{exact} Audittage[ und {extra} zusätzliche], gerundet {policy}: {value}.",
    "team.counts": "{person} ({role}): {value} Audittage zählen.",
    "team.adds-none": "{person} ({role}, {activity}): {days} Tage ergeben keine Auditzeit.",
    "team.sum": "{value} Audittage sind geplant, davon {on_site} vor Ort; nötig sind {needed}[. Begründung: {reason}].",
}
