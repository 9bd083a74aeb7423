"""Fixed words by their English: titles, heads of columns, verdicts, rhythms. Also what an indicator is missing."""

from __future__ import annotations

from collections.abc import Mapping

TERMS: Mapping[str, str] = {
    # Titles of the parts, of tables and charts.
    "The month": "Der Monat",
    "The quarter": "Das Quartal",
    "The year": "Das Jahr",
    "This quarter": "Dieses Quartal",
    "This year": "Dieses Jahr",
    "no earlier whole quarter": "kein ganzes Quartal davor",
    "no earlier whole year": "kein ganzes Jahr davor",
    "Month by month": "Monat für Monat",
    "Month": "Monat",
    "Income and spending by month": "Einnahmen und Ausgaben nach Monat",
    "A middle month": "Ein mittlerer Monat",
    "The dearest month": "Der teuerste Monat",
    "It took": "Er kostete",
    "Categories by their dearest month": "Kategorien nach ihrem teuersten Monat",
    "What changed since the last version": "Was sich seit der letzten Version änderte",
    "Figures that are different": "Zahlen, die anders sind",
    "Then": "Damals",
    "Now": "Jetzt",
    "Transactions": "Buchungen",
    "Health score": "Finanzwert",
    "What you could do": "Was du tun könntest",
    "Did it work": "Hat es geholfen",
    "Where it went": "Wohin es ging",
    "What changed": "Was anders war",
    "Bills and subscriptions": "Rechnungen und Abos",
    "Large and unusual payments": "Große und ungewöhnliche Zahlungen",
    "What is ahead": "Was kommt",
    "Goals and debts": "Ziele und Schulden",
    "Your goals": "Deine Ziele",
    "Ways to pay off your debts": "Wege, deine Schulden abzubezahlen",
    "Financial health": "Finanzielle Gesundheit",
    "Other currencies": "Andere Währungen",
    "What this rests on": "Worauf das beruht",
    "Spending by category": "Ausgaben nach Kategorie",
    "The payees that took most": "Die Empfänger, die am meisten bekamen",
    "Largest categories": "Größte Kategorien",
    "The mark is the own normal of the category, where it is known.": (
        "Die Marke ist das Übliche der Kategorie, wo es bekannt ist."
    ),
    "own normal": "üblich",
    "Spending and income by month": "Ausgaben und Einnahmen nach Monat",
    "The bar is the spending of a month, the mark its income.": (
        "Der Balken sind die Ausgaben eines Monats, die Marke seine Einnahmen."
    ),
    "Spending and income by quarter": "Ausgaben und Einnahmen nach Quartal",
    "The bar is the spending of a quarter, the mark its income.": (
        "Der Balken sind die Ausgaben eines Quartals, die Marke seine Einnahmen."
    ),
    "Spending and income by year": "Ausgaben und Einnahmen nach Jahr",
    "The bar is the spending of a year, the mark its income.": (
        "Der Balken sind die Ausgaben eines Jahres, die Marke seine Einnahmen."
    ),
    "Categories that moved most": "Kategorien, die sich am meisten bewegten",
    "Payees that moved most": "Empfänger, die sich am meisten bewegten",
    "Charges that come back": "Abbuchungen, die wiederkommen",
    "The largest payments": "Die größten Zahlungen",
    "Totals by currency": "Summen nach Währung",
    "Advice you took up": "Angenommene Ratschläge",
    "The four pillars, in points of a hundred": "Die vier Säulen, in Punkten von hundert",
    "Health indicators, from full months only": "Kennzahlen, nur aus vollen Monaten",
    # Heads of columns, and names of key figures.
    "Income": "Einnahmen",
    "income": "Einnahmen",
    "Spending": "Ausgaben",
    "Kept": "Behalten",
    "Savings rate": "Sparquote",
    "income less spending": "Einnahmen abzüglich Ausgaben",
    "kept, as a part of income": "behalten, als Teil der Einnahmen",
    "no income was booked": "keine Einnahmen gebucht",
    "no earlier full month": "kein voller Monat davor",
    "Rows": "Buchungen",
    "Goal": "Ziel",
    "Saved": "Gespart",
    "Target": "Zielbetrag",
    "By": "Bis",
    "In time": "Rechtzeitig",
    "Needed a month": "Im Monat nötig",
    "reached": "erreicht",
    "Way to pay off": "Weg",
    "Interest": "Zinsen",
    "Months": "Monate",
    "Last payment by": "Letzte Zahlung bis",
    "Interest saved": "Gesparte Zinsen",
    "never": "nie",
    "Least payments only": "Nur Mindestraten",
    "Dearest first": "Teuerste zuerst",
    "Smallest first": "Kleinste zuerst",
    "Your own order": "Deine Reihenfolge",
    "Currency": "Währung",
    "Category": "Kategorie",
    "Payee": "Empfänger",
    "Booked": "Gebucht",
    "Amount": "Betrag",
    "This month": "Dieser Monat",
    "Part": "Teil",
    "Own normal": "Üblich",
    "Against normal": "Gegen das Übliche",
    "More or less": "Mehr oder weniger",
    "Rhythm": "Takt",
    "Seen": "Gesehen",
    "Latest charge": "Letzte Abbuchung",
    "A year": "Im Jahr",
    "Next expected": "Nächste erwartet",
    "Indicator": "Kennzahl",
    "Value": "Wert",
    "Value, and the number of rows": "Wert und Zahl der Buchungen",
    "Verdict": "Urteil",
    "What it rests on": "Worauf es beruht",
    "Pillar": "Säule",
    "Points": "Punkte",
    "What you took up": "Was du angenommen hast",
    "Since": "Seit",
    "What came of it": "Was daraus wurde",
    "Saved so far": "Bisher gespart",
    # Rhythms, verdicts, states, pillars, efforts.
    "every week": "jede Woche",
    "every two weeks": "alle zwei Wochen",
    "every four weeks": "alle vier Wochen",
    "twice a month": "zweimal im Monat",
    "every month": "jeden Monat",
    "every two months": "alle zwei Monate",
    "every quarter": "jedes Vierteljahr",
    "every half year": "jedes halbe Jahr",
    "every year": "jedes Jahr",
    "Good": "Gut",
    "Fair": "Mittel",
    "Weak": "Schwach",
    "Not judged": "Nicht beurteilt",
    "Proven": "Nachgewiesen",
    "Likely": "Wahrscheinlich",
    "Too early to tell": "Zu früh für ein Urteil",
    "Not so far": "Bisher nicht",
    "It worked, and the cost is back": "Es half, und die Kosten sind zurück",
    "Saving": "Sparen",
    "Borrowing": "Schulden",
    "Planning": "Planen",
    "minutes": "Minuten",
    "an hour": "eine Stunde",
    "a habit": "eine Gewohnheit",
    "Uncategorised": "Ohne Kategorie",
    "video": "Video",
    "music": "Musik",
    "storage": "Speicher",
    "audiobooks": "Hörbücher",
    "news": "Nachrichten",
    "fitness": "Fitness",
    "games": "Spiele",
    "assistants": "Assistenten",
    "vpn": "VPN",
    "meal boxes": "Kochboxen",
    # Indicators.
    "Savings rate of a year": "Sparquote eines Jahres",
    "Essentials as a part of income": "Nötiges als Teil der Einnahmen",
    "Housing as a part of income": "Wohnen als Teil der Einnahmen",
    "How much spending swings": "Wie sehr die Ausgaben schwanken",
    "Months with unusual income": "Monate mit ungewöhnlichen Einnahmen",
    "Fees and interest": "Gebühren und Zinsen",
    "What you own grows": "Dein Vermögen wächst",
    "Buffer": "Reserve",
    "Days below zero": "Tage unter null",
    "Debt payments as a part of income": "Schuldendienst als Teil der Einnahmen",
    "Card limits in use": "Ausgeschöpfte Kartenrahmen",
    "Bills paid in time": "Rechtzeitig bezahlte Rechnungen",
    "Subscriptions as a part of income": "Abos als Teil der Einnahmen",
    "Next bills covered": "Nächste Rechnungen gedeckt",
    "Goals in reach": "Ziele in Reichweite",
    # What is missing.
    "the opening balance of every current, savings and cash account": (
        "der Anfangsstand jedes Giro-, Spar- und Bargeldkontos"
    ),
    "three full months": "drei volle Monate",
    "six full months": "sechs volle Monate",
    "a full month": "ein voller Monat",
    "spending in categories marked as essential": "Ausgaben in Kategorien, die als nötig gelten",
    "rent, a mortgage or energy among your categories": "Miete, Kredit oder Energie unter deinen Kategorien",
    "bookings from more than ninety days ago": "Buchungen, die mehr als neunzig Tage zurückliegen",
    "a bill that has come back three times": "eine Rechnung, die dreimal wiederkam",
    "a bill that comes back": "eine Rechnung, die wiederkommt",
    "a subscription that comes back": "ein Abo, das wiederkommt",
    "income in the last full months": "Einnahmen in den letzten vollen Monaten",
    "income in most months": "Einnahmen in den meisten Monaten",
    "spending in most months": "Ausgaben in den meisten Monaten",
    "categorised spending": "Ausgaben mit Kategorie",
    "a loan account, or payments that come back": "ein Kreditkonto oder Zahlungen, die wiederkommen",
    "a card with a known balance and limit": "eine Karte mit bekanntem Stand und Rahmen",
    "a goal with a date": "ein Ziel mit einem Termin",
    "A score needs sixty days of bookings up to the end of a full month. There are not that many yet.": (
        "Ein Finanzwert braucht sechzig Tage Buchungen bis zum Ende eines vollen Monats. So viele sind es noch nicht."
    ),
    "A score needs income. None was booked in the last full months.": (
        "Ein Finanzwert braucht Einnahmen. In den letzten vollen Monaten wurden keine gebucht."
    ),
    "Fewer than half of the indicators have what they need. They are shown one by one.": (
        "Weniger als die Hälfte der Kennzahlen hat, was sie braucht. Sie stehen einzeln da."
    ),
    # Answers about the forecast and the health score.
    "Nothing has been analysed yet. Import a statement; the analysis follows by itself.": (
        "Noch ist nichts ausgewertet. Importiere einen Kontoauszug; die Auswertung folgt von selbst."
    ),
    "Everything else": "Alles andere",
    "This is told for the newest full months only.": "Das wird nur für die neuesten vollen Monate gesagt.",
    "Your history is too short to try this on your own past.": (
        "Deine Buchungen reichen nicht weit genug zurück, um das an deiner eigenen Vergangenheit zu prüfen."
    ),
    "On your own past it was closer than repeating what was before.": (
        "An deiner eigenen Vergangenheit lag sie näher als bloßes Wiederholen des Bisherigen."
    ),
    "On your own past it was not closer than repeating what was before. Take it with a grain of salt.": (
        "An deiner eigenen Vergangenheit lag sie nicht näher als bloßes Wiederholen des Bisherigen. Sei vorsichtig."
    ),
    # Where the bands of the indicators come from.
    "The 50-30-20 convention: half for needs, a third for wishes, a fifth saved; read on take-home income.": (
        "Die 50-30-20-Regel: die Hälfte für Nötiges, ein Drittel für Wünsche, ein Fünftel gespart; vom Nettoeinkommen."
    ),
    "Eurostat calls a household overburdened above 40 % of disposable income; HUD draws the line at 30 % and 50 %.": (
        "Eurostat nennt einen Haushalt ab 40 % des verfügbaren Einkommens überlastet; HUD zieht die Grenze bei "
        "30 % und 50 %."
    ),
    "Our own, until a long own history can replace them.": "Unsere eigenen, bis lange eigene Daten sie ersetzen.",
    "Paying bills on time is a standard sign of financial health.": (
        "Rechnungen pünktlich zu bezahlen ist ein übliches Zeichen finanzieller Gesundheit."
    ),
    "No cut is backed by evidence: it is only held against your own past.": (
        "Keine Grenze ist belegt: Es wird nur an deiner eigenen Vergangenheit gemessen."
    ),
    "Vanguard (2025, 12,400 people): three to six months of expenses go with clearly higher well-being; JPMorgan Chase "
    "Institute: about six weeks of take-home pay cover a common shock.": (
        "Vanguard (2025, 12.400 Menschen): Drei bis sechs Monatsausgaben gehen mit deutlich höherem Wohlbefinden "
        "einher; JPMorgan Chase Institute: Etwa sechs Wochen Nettolohn decken einen üblichen Schlag."
    ),
    "Our own: what you own should not shrink in a usual month.": (
        "Unsere eigene: Was dir gehört, sollte in einem üblichen Monat nicht schrumpfen."
    ),
    "Lenders stop at 43 % (the cap of qualified mortgages until 2021), which they read on gross income.": (
        "Kreditgeber enden bei 43 % (bis 2021 die Grenze für „qualified mortgages“), gemessen am Bruttoeinkommen."
    ),
    "The practice of credit scoring: below 10 %, not above 30 %.": (
        "Die Praxis der Bonitätsbewertung: unter 10 %, nicht über 30 %."
    ),
    "What a bank charges is avoidable almost by definition.": ("Was eine Bank berechnet, ist fast immer vermeidbar."),
    "A swing of a quarter is the usual cut of research on income; one month in twelve may have one.": (
        "Ein Ausschlag um ein Viertel ist in der Forschung die übliche Grenze; einen Monat von zwölf darf er treffen."
    ),
    "A day below zero is one too many.": "Ein Tag unter null ist einer zu viel.",
    "Arithmetic: bills must be covered by cash and income.": (
        "Rechnen: Rechnungen müssen von Guthaben und Einnahmen gedeckt sein."
    ),
    "Four in five own paths that arrive is a plan.": "Wenn vier von fünf eigenen Verläufen ankommen, ist es ein Plan.",
    # The page and the paper around the words.
    "month not over": "Monat nicht vorbei",
    "Skip to the report": "Zum Bericht springen",
    "Parts of the report": "Teile des Berichts",
    "Evidence": "Belege",
    "Why": "Warum",
    "How": "Wie",
    "Gain": "Ertrag",
    "Effort": "Aufwand",
    "SpendWise report": "SpendWise-Bericht",
    "Page": "Seite",
    "Monthly report": "Monatsbericht",
    "Quarterly report": "Quartalsbericht",
    "Yearly report": "Jahresbericht",
    "quarter not over": "Quartal nicht vorbei",
    "year not over": "Jahr nicht vorbei",
    "In the words of the language model": "In den Worten des Sprachmodells",
    "Every figure is filled in from the rows behind it.": "Jede Zahl ist aus den Buchungen dahinter eingesetzt.",
    "of": "von",
    "from": "aus",
    "figures": "Zahlen",
    "From": "Aus",
    "row": "Buchung",
    "rows": "Buchungen",
    "and": "und",
    "more, all named in the JSON file": "weitere, alle in der JSON-Datei genannt",
    "No rows: nothing was booked.": "Keine Buchungen: Es wurde nichts gebucht.",
    "Figure": "Zahl",
    "Period": "Zeitraum",
    "Formula": "Formel",
    "Figures in this report": "Zahlen in diesem Bericht",
    "What they were made from": "Woraus sie entstanden",
    "Every underlined figure above leads here. Each entry says how the figure was computed and which transactions it "
    "counts, named by their numbers. Here money that left is negative.": (
        "Jede unterstrichene Zahl oben führt hierher. Jeder Eintrag sagt, wie die Zahl berechnet wurde und welche "
        "Buchungen sie zählt, mit deren Nummern. Hier ist Geld, das abging, negativ."
    ),
    "Every underlined figure leads here: how it was computed, over which days, and from how many rows; money that left "
    "is negative here. The report's page and its JSON file name each transaction.": (
        "Jede unterstrichene Zahl führt hierher: wie sie berechnet wurde, über welche Tage und aus wie vielen "
        "Buchungen; Geld, das abging, ist hier negativ. Die Seite des Berichts und die JSON-Datei nennen jede Buchung."
    ),
    "Money that left is spending, money that came in is income; transfers between your own accounts are neither.": (
        "Geld, das abging, ist Ausgabe, Geld, das hereinkam, ist Einnahme; Umbuchungen zwischen deinen eigenen Konten "
        "sind keines von beidem."
    ),
    "Amounts are in": "Beträge sind in",
    "unless they say otherwise.": "angegeben, wenn nichts anderes dabeisteht.",
}
