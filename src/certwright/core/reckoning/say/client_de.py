"""The steps a client reads, in German: what was counted, what it takes, and why. Other steps are for the assessor."""

CLIENT_DE = {
    "personnel.given": "Wir haben {value} Personen gezählt, die im Geltungsbereich Ihrer Zertifizierung arbeiten.",
    "personnel.sum": "Nach Ihren Angaben zu {groups} Personengruppen zählen {value} Personen.",
    "class.chosen": "Wir stufen die Komplexität Ihrer Tätigkeiten als {value} ein.",
    "class.differs": "Wir stufen die Komplexität Ihrer Tätigkeiten als {value} ein. Begründung: {reason}.",
    "class.score": "Aus Ihrem Energieeinsatz ergibt sich die Komplexitätsklasse {value}.",
    "audit-time.proxy": "Kein internationales Dokument nennt eine Auditzeit für {standard}; wir gehen nach {value}."
    " Begründung: {reason}.",
    "audit-time.band": "Für {low}[ bis {high}] Personen nennt die Tabelle des Dokuments {value} Audittage.",
    "audit-time.manual": "Das Dokument nennt für Ihren Fall keine Zahl; wir setzen {value} Audittage fest."
    " Begründung: {reason}.",
    "food.sum": "Ihre Kategorien, Gefahrenstudien und Personen ergeben {value} Audittage vor Ort.",
    "adjustment.reduction": "Wir verringern dies um {by} Prozent. Begründung: {reason}.",
    "adjustment.increase": "Wir erhöhen dies um {by} Prozent. Begründung: {reason}.",
    "adjustment.increase-no-reason": "Wir erhöhen dies um {by} Prozent.",
    "audit-time.share": "Davon entfällt auf {audit}: {value}.",
    "audit-time.overlay-share": "Davon entfällt auf {audit} nach den Regeln von {body}: {value}.",
    "audit-time.extra": "Hinzu kommt zusätzliche Zeit: {value} Audittage. Begründung: {reason}.",
    "audit-time.rounded": "Auf halbe Tage gerundet sind das {value} Audittage.",
    "audit-time.rounded-up-to-limit": "Das Mindeste, was das Dokument hier erlaubt, sind {value} Audittage.",
    "audit-time.least": "Ein Audit dauert mindestens {value} Audittage.",
    "audit-time.on-site": "Mindestens {value} davon sind wir bei Ihnen; höchstens {off_site} dienen Vorbereitung und"
    " Bericht.",
    "audit-time.special": "Das Sonderaudit dauert {value} Audittage. Begründung: {reason}.",
    "audit-time.stages": "Stufe 1 dauert {value} Audittage, Stufe 2 dauert {stage2}.",
    "audit-time.visits": "Sie verteilen sich auf {value} Besuche.",
    "sites.root": "Von {sites} ähnlichen Standorten besuchen wir mindestens {value}.",
    "sites.increased": "Wir besuchen {value} Standorte.",
    "sites.all": "Wir besuchen alle {value} Standorte.",
    "sites.yearly-share": "In einem Überwachungsjahr besuchen wir {value} von {sites} Standorten.",
    "sites.more": "Wir besuchen {value} mehr. Begründung: {reason}.",
    "sites.sum": "Die Standorte brauchen {days_sites} Audittage und Ihre zentrale Funktion {days_central}: zusammen"
    " {value}.",
    "integration.sum": "Einzeln bräuchten die Normen {value} Audittage.",
    "integration.reduced": "Weil Ihr System integriert ist, verringert sich dies um {percent} Prozent auf {value}.",
    "integration.rounded": "Auf halbe Tage gerundet sind das {value} Audittage.",
}
