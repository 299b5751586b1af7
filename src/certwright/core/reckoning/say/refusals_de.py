"""Why something cannot be reckoned, in German: what is wrong, and what would lift it."""

REFUSALS_DE = {
    "input.not-whole": ("„{field}“ ist {given}, keine ganze Zahl.", "Geben Sie eine ganze Zahl an."),
    "input.not-positive": (
        "„{field}“ ist {given}; der Wert muss über null liegen.",
        "Geben Sie einen Wert über null an.",
    ),
    "input.too-small": ("„{field}“ ist {given}; mindestens {least} ist nötig.", "Geben Sie {least} oder mehr an."),
    "input.percent-outside": ("„{field}“ ist {given} Prozent; erlaubt ist 0 bis {most}.", "Geben Sie 0 bis {most} an."),
    "input.reason-missing": ("„{field}“ ist leer.", "Nennen Sie die Begründung."),
    "packs.none-valid": (
        "Kein Paket der Art {kind} gilt an diesem Tag.",
        "Übernehmen Sie eines oder legen Sie eine Ausgabe fest.",
    ),
    "packs.not-held": ("Es gibt keine Ausgabe {edition} von {pack}.", "Legen Sie eine vorhandene Ausgabe fest."),
    "personnel.nobody": (
        "Es sind keine Personen gezählt.",
        "Nennen Sie die Personen im Geltungsbereich, mindestens eine.",
    ),
    "personnel.unknown-work": (
        "{group}: „{work}“ ist keine Arbeit, die diese Regeln zählen.",
        "Verwenden Sie: {known}.",
    ),
    "personnel.all-count": (
        "{group}: „{work}“ heißt, dass alle {headcount} Personen zählen.",
        "Lassen Sie die Zahl weg, oder wählen Sie eine Arbeit, bei der weniger zählen dürfen.",
    ),
    "personnel.hours-missing": (
        "{group}: Teilzeitarbeit ohne Stunden.",
        "Nennen Sie die Stunden und die einer Vollzeitkraft.",
    ),
    "personnel.hours-above-full": (
        "{group}: {hours} Stunden sind mehr als die {full} einer Vollzeitkraft.",
        "Nennen Sie höchstens die Stunden einer Vollzeitkraft.",
    ),
    "personnel.judgement-missing": (
        "{group}: das Dokument schreibt für solche Arbeit keine Zahl vor.",
        "Nennen Sie die Zahl, die Sie zählen, mit Begründung.",
    ),
    "personnel.count-outside": (
        "{group}: {counted} Personen gezählt, von {headcount}; mindestens {least}.",
        "Zählen Sie zwischen {least} und {headcount}.",
    ),
    "class.not-asked": (
        "{standard} hat eine Spalte; eine Klasse ({given}) hat in der Tabelle keinen Platz.",
        "Lassen Sie die Klasse weg; Risiko ist eine Anpassung mit Begründung.",
    ),
    "class.missing": (
        "Die Komplexitätsklasse fehlt.",
        "Nennen Sie eine von: {known}; oder Tätigkeiten, die eine nahelegen.",
    ),
    "class.unknown": ("„{given}“ ist keine Klasse dieser Tabelle.", "Verwenden Sie: {known}."),
    "class.without-column": (
        "Die Klasse {class} hat keine Spalte in der Tabelle.",
        "Setzen Sie die Tage mit Begründung fest.",
    ),
    "class.unknown-code": ("Es gibt keinen Sektor {code}.", "Verwenden Sie eine Nummer der Sektorenliste."),
    "class.unknown-part": ("Sektor {code} hat keinen Teil „{part}“.", "Verwenden Sie: {known}; oder keinen."),
    "class.unknown-nace": (
        "{given} liegt in keinem Sektor ({edition}).",
        "Wählen Sie den Sektor von Hand, oder berichtigen Sie die Nummer.",
    ),
    "class.no-score": ("{standard} bewertet die Komplexität nicht nach Energie.", "Lassen Sie den Energieeinsatz weg."),
    "class.score-inputs": ("Die Bewertung braucht genau: {known}.", "Geben Sie genau diese Werte an."),
    "audit-time.no-document": (
        "Kein vorhandenes Dokument nennt eine Auditzeit für {standard}.",
        "Verwenden Sie {known}; oder rechnen Sie mit Begründung nach einer davon.",
    ),
    "audit-time.above-last-band": (
        (
            "{persons} Personen liegen über der letzten Zeile der Tabelle[ ({last} Personen: {last_days} Tage)]; "
            "das Dokument nennt keine Formel."
        ),
        "Setzen Sie die Tage mit Begründung fest[; im Gang der Tabelle lägen {suggested} nahe].",
    ),
    "audit-time.manual-not-needed": (
        "Das Dokument nennt hier eine Zahl: {days} Audittage.",
        "Lassen Sie den eigenen Wert weg; nutzen Sie begründete Anpassungen.",
    ),
    "audit-time.one-visit": ("Nur Überwachung verteilt sich auf Besuche, nicht {audit}.", "Geben Sie einen Besuch an."),
    "audit-time.unknown-overlay": ("Es gibt keine Auflage {overlay}.", "Verwenden Sie: {known}."),
    "audit-time.foreign-overlay": ("Die Auflage {overlay} ändert {on}, nicht {pack}.", "Lassen Sie sie hier weg."),
    "audit-time.stage-share": (
        "Stufe 1 kann nicht den Anteil {given} des Audits erhalten.",
        "Geben Sie einen Anteil zwischen 0 und 1 an.",
    ),
    "food.category-missing": ("Die Kategorie der Lebensmittelkette fehlt.", "Nennen Sie mindestens eine."),
    "food.not-asked": ("{standard} kennt keine Kategorien der Lebensmittelkette.", "Lassen Sie sie weg."),
    "food.unknown-category": ("Es gibt keine Kategorie {code}.", "Verwenden Sie: {known}."),
    "adjustment.past-limit": (
        "Eine Anpassung von netto {net} Prozent überschreitet die Grenze von -{most}.",
        "Verringern Sie netto um höchstens {most} Prozent.",
    ),
    "adjustment.limit-unset": (
        "Wie weit die Zeit verringert werden darf, war nicht zu lesen; die Stelle hat es nicht festgelegt.",
        "Legen Sie „{value}“ bei der Übernahme von {pack} fest.",
    ),
    "adjustment.unknown-reason": (
        "„{reason}“ ist kein Grund, den das Dokument für {standard} nennt.",
        "Verwenden Sie einen seiner Gründe, oder nur eigenen Text.",
    ),
    "adjustment.wrong-way": (
        "„{reason}“ ist ein Grund für: {direction}, nicht für {percent} Prozent.",
        "Kehren Sie das Vorzeichen um, oder wählen Sie einen anderen.",
    ),
    "adjustment.past-own-limit": (
        "{percent} Prozent für „{reason}“ sind mehr als {most}.",
        "Geben Sie höchstens {most} an.",
    ),
    "grid.none": ("{standard} hat kein Anpassungsraster.", "Geben Sie Anpassungen mit Begründung an."),
    "grid.grades": ("„{side}“ braucht {factors} Noten von 1, 2 oder 3.", "Geben Sie {factors} Noten an."),
    "add-on.initial-only": (
        "Die Regel spricht nur über Erstaudits, nicht {audit}.",
        "Setzen Sie die Tage mit Begründung fest.",
    ),
    "add-on.unknown": ("{overlay} fügt {standard} nicht zu {on} hinzu.", "Verwenden Sie eine passende Auflage."),
    "add-on.unknown-role": ("Es gibt keine Rolle „{role}“.", "Verwenden Sie: {known}."),
    "sites.not-eligible": (
        "Mehrere Standorte unter einem Zertifikat verlangen noch: {unmet}.",
        "Erfüllen Sie jede Bedingung, oder zertifizieren Sie jeden Standort für sich.",
    ),
    "sites.named-twice": ("Der Standort {site} ist zweimal genannt.", "Nennen Sie jeden Standort einmal."),
    "sites.merged": (
        (
            "{addresses} Anschriften sind als der eine Standort {site} genannt. Standorte werden nicht "
            "zusammengelegt, um die Stichprobe zu verkleinern."
        ),
        "Nennen Sie jede Anschrift als Standort, oder erläutern Sie das gemeinsame Gelände.",
    ),
    "sites.central-production-unset": (
        "Ob Produktion am Ort der zentralen Funktion ein Standort ist, ist nicht festgelegt.",
        "Legen Sie „{value}“ bei der Übernahme von {pack} fest.",
    ),
    "sites.own-rules": (
        "{standard} hat eigene Regeln für mehrere Standorte, die nicht zu lesen waren.",
        "Wählen Sie die Standorte von Hand, mit Begründung.",
    ),
    "sites.chosen-unknown": (
        "{site} ist gewählt, gehört aber zu keiner Gruppe.",
        "Wählen Sie unter den genannten Standorten.",
    ),
    "sites.group-unknown": ("Es gibt keine Gruppe {process}, Ebene {level}.", "Nennen Sie eine Gruppe mit Standorten."),
    "sites.too-many-chosen": (
        "{chosen} Standorte der Gruppe {process} sind fachlich gewählt; {random} müssen gezogen werden.",
        "Wählen Sie höchstens {free}, oder vergrößern Sie die Stichprobe mit Begründung.",
    ),
    "sites.unknown-factor": ("„{given}“ ist kein Risikofaktor des Dokuments.", "Verwenden Sie: {known}; oder keinen."),
    "sites.past-site-limit": (
        "{site}: {days} Audittage liegen unter {least}; ein Standort wird um höchstens {most} Prozent verringert.",
        "Verringern Sie weniger; was Integration spart, geht von der Summe ab, nicht hier.",
    ),
    "sites.central-reduced": (
        "Die zentrale Funktion erhält ihre volle Tabellenzeit.",
        "Nehmen Sie die Verringerung heraus.",
    ),
    "sites.other-standard": ("Angaben für {standard} unter denen für {wanted}.", "Rechnen Sie jede Norm für sich."),
    "sites.none": (
        "Kein Standort wird besucht.",
        "Nennen Sie die besuchten Standorte, oder rechnen Sie {standard} als einen Standort.",
    ),
    "integration.several-standards": (
        "Ein integriertes Audit umfasst mindestens zwei Normen, jede einmal; angegeben: {standards}.",
        "Nennen Sie jede Norm einmal, mindestens zwei.",
    ),
    "integration.product-inspection": (
        "{standard} ist eine Produktinspektion; ihre Zeit ist keine Auditzeit und wird nicht verringert.",
        "Lassen Sie sie weg; planen Sie sie getrennt, auch im selben Besuch.",
    ),
    "integration.unknown-criterion": ("„{given}“ ist kein Kriterium der Integration.", "Verwenden Sie: {known}."),
    "integration.no-auditors": (
        "Das Team ist leer.",
        "Nennen Sie für jeden Auditor die Normen, für die er qualifiziert ist.",
    ),
    "integration.unqualified": ("Ein Auditor ist für keine der Normen qualifiziert.", "Lassen Sie ihn weg."),
    "integration.uncovered": (
        "Niemand im Team ist für {standard} qualifiziert.",
        "Nehmen Sie jemanden auf, der es ist.",
    ),
    "integration.past-allowed": (
        "{claimed} Prozent sind mehr als die {allowed}, die Grad und Fähigkeit erlauben.",
        "Nutzen Sie höchstens {allowed} Prozent.",
    ),
    "team.too-little": (
        "{planned} Audittage sind geplant; nötig sind {needed}.",
        "Planen Sie mehr Zeit von Auditoren.",
    ),
    "team.too-little-on-site": (
        "{planned} Audittage vor Ort sind geplant; nötig sind {needed}.",
        "Verlegen Sie Zeit an den Standort, erhöhen Sie die Summe, oder begründen Sie es.",
    ),
    "example.not-a-number": ("„{field}“ ist {given}, keine Zahl.", "Geben Sie eine Zahl an."),
    "example.input-missing": ("Das Beispiel nennt „{field}“ nicht.", "Geben Sie es an."),
    "example.range-spans": ("Zwischen {low} und {high} Personen ist die Zeit verschieden.", "Geben Sie eine Zahl an."),
    "example.unknown-kind": ("Beispiele der Art {kind} werden hier nicht gerechnet.", "Verwenden Sie: {known}."),
    "example.unknown-word": ("„{given}“ ist kein Wort für „{field}“.", "Verwenden Sie: {known}."),
}
