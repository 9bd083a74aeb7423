"""Every sentence a report says of a month, under the keys of the English ones and with the same figures."""

from __future__ import annotations

from collections.abc import Mapping

from advisory.narration.wordings import Wordings

PHRASES: Mapping[str, Wordings] = {
    "headline.empty": "Im {net.month} wurde nichts gebucht.",
    "headline.kept": (
        "Im {net.month} hast du {net.size} von {income.size} behalten.",
        "Von {income.size}, die im {net.month} hereinkamen, sind {net.size} geblieben.",
        "{income.size} kamen im {net.month} herein, davon blieben dir {net.size}.",
    ),
    "headline.even": "Im {net.month} hast du genau so viel ausgegeben, wie hereinkam: {income.size}.",
    "headline.overspent": (
        "Im {net.month} hast du {net.size} mehr ausgegeben, als hereinkam.",
        "Im {net.month} gingen {spending.size} hinaus, {income.size} kamen herein: {net.size} fehlten.",
        "Der {net.month} hat {net.size} mehr gekostet, als er gebracht hat.",
    ),
    "headline.no_income": "Im {net.month} hast du {spending.size} ausgegeben; Einnahmen wurden keine gebucht.",
    "headline.no_spending": "{income.size} kamen im {net.month} herein, ausgegeben wurde nichts.",
    "summary.partial": (
        "Der Monat ist noch nicht vorbei: Das ist der bisherige Stand, er wird nicht mit vollen Monaten verglichen."
    ),
    "summary.flows": (
        "{income.size} kamen herein und {spending.size} gingen hinaus, in {count.rows}.",
        "Mit {count.rows} kamen {income.size} herein und {spending.size} gingen hinaus.",
        "Über {count.rows} gezählt kamen {income.size} herein, {spending.size} gingen ab.",
    ),
    "summary.rate": (
        "Das ist eine Sparquote von {rate.percent}.",
        "Deine Sparquote lag bei {rate.percent}.",
        "Daraus ergibt sich eine Sparquote von {rate.percent}.",
    ),
    "summary.no_rate": "Ohne Einnahmen gibt es keine Sparquote.",
    "summary.more": (
        (
            "Die Ausgaben lagen {change.size} über deinem üblichen Monat von {normal.size} (die Mitte aus "
            "{months.months_full})."
        ),
        (
            "Du hast {change.size} mehr ausgegeben als in einem üblichen Monat; der kostet {normal.size} (die Mitte "
            "aus {months.months_full})."
        ),
        (
            "Gegenüber deinem üblichen Monat von {normal.size}, gemessen an {months.months_full}, gingen "
            "{change.size} mehr hinaus."
        ),
    ),
    "summary.less": (
        (
            "Die Ausgaben lagen {change.size} unter deinem üblichen Monat von {normal.size} (die Mitte aus "
            "{months.months_full})."
        ),
        (
            "Du hast {change.size} weniger ausgegeben als in einem üblichen Monat; der kostet {normal.size} (die Mitte "
            "aus {months.months_full})."
        ),
        (
            "Gegenüber deinem üblichen Monat von {normal.size}, gemessen an {months.months_full}, gingen "
            "{change.size} weniger hinaus."
        ),
    ),
    "summary.same": "Die Ausgaben waren genau die eines üblichen Monats, {normal.size}.",
    "summary.no_history": "Es gibt noch keinen vollen Monat davor, mit dem sich dieser vergleichen ließe.",
    "summary.try": "Importiere einen Kontoauszug für diesen Monat und fordere den Bericht noch einmal an.",
    "summary.no_rate_value": "keine",
    "summary.normally": "üblich sind {fact.size}",
    "summary.so_far": "bisher; ein voller Monat: {fact.size}",
    "summary.inside": "ein mittlerer Monat: {fact.size}",
    "quarter.summary.so_far": "bisher; ein ganzes Quartal: {fact.size}",
    "year.summary.so_far": "bisher; ein ganzes Jahr: {fact.size}",
    "spending.none": "In der Hauptwährung gab es in diesem Monat keine Ausgaben.",
    "spending.largest": (
        "Den größten Teil nahm {now.category}: {now.size}, das sind {part.percent} aller Ausgaben.",
        "Der größte Teil, {part.percent} aller Ausgaben, ging an {now.category}: {now.size}.",
        "{now.size} gingen an {now.category}, der größte Teil, das sind {part.percent} aller Ausgaben.",
    ),
    "spending.payee": (
        "Am meisten ging an {now.payee}: {now.size}.",
        "Die größte Summe, {now.size}, ging an {now.payee}.",
        "{now.payee} bekam das meiste, {now.size}.",
    ),
    "changes.partial": (
        "Ein laufender Monat wird nicht mit vollen verglichen; dieser Teil füllt sich, wenn der Monat vorbei ist."
    ),
    "changes.no_history": "Dafür braucht es mindestens einen vollen Monat davor.",
    "changes.none": (
        "Keine Kategorie und kein Empfänger bewegte sich um mehr als den hundertsten Teil deiner üblichen Ausgaben."
    ),
    "changes.up": (
        "{change.category} kostete {change.size} mehr als üblich, der größte Anstieg.",
        "Am stärksten stieg {change.category}: {change.size} mehr als üblich.",
        "Nichts stieg so sehr wie {change.category}, um {change.size} gegenüber sonst.",
    ),
    "changes.down": (
        "{change.category} kostete {change.size} weniger als üblich, der größte Rückgang.",
        "Am stärksten sank {change.category}: {change.size} weniger als üblich.",
        "Nichts sank so sehr wie {change.category}, um {change.size} gegenüber sonst.",
    ),
    "recurring.none": (
        "Noch keine Abbuchung kam in festem Takt wieder. Eine monatliche zeigt sich nach ihrer dritten Buchung."
    ),
    "recurring.total": (
        "{count.number} laufende Abbuchungen kosten etwa {month.size} im Monat, {year.size} im Jahr.",
        "Du trägst {count.number} laufende Abbuchungen: etwa {month.size} im Monat oder {year.size} im Jahr.",
        "Etwa {month.size} im Monat, {year.size} im Jahr, nehmen {count.number} laufende Abbuchungen.",
    ),
    "recurring.one": "Eine laufende Abbuchung kostet etwa {month.size} im Monat, {year.size} im Jahr.",
    "recurring.late": "fällig seit {fact.date}",
    "movements.largest": (
        "Die größte einzelne Zahlung waren {amount.size} an {amount.payee} am {amount.booked}.",
        "Am {amount.booked} kam die größte einzelne Zahlung: {amount.size} an {amount.payee}.",
        "Die {amount.size} an {amount.payee} am {amount.booked} waren die größte einzelne Zahlung.",
    ),
    "movements.none": "Es gab keine Ausgaben, die sich ordnen ließen.",
    "movements.usual": (
        "Keine Zahlung fiel gegenüber früheren an denselben Empfänger auf.",
        "Jede Zahlung blieb in dem Rahmen, den derselbe Empfänger schon kannte.",
        "Gemessen an früheren Zahlungen an dieselben Empfänger fiel nichts auf.",
    ),
    "worked.intro": "Geurteilt wird nach den Buchungen, seit du den Rat angenommen hast, und nach nichts anderem.",
    "ahead.none": "Es gibt noch zu wenige Buchungen, um zu sagen, was kommt.",
    "ahead.band": (
        (
            "Am {mid.last_day} hast du sehr wahrscheinlich zwischen {low.amount} und {high.amount}; die Mitte ist "
            "{mid.amount}."
        ),
        (
            "Sehr wahrscheinlich sind am {mid.last_day} zwischen {low.amount} und {high.amount} da, in der Mitte "
            "{mid.amount}."
        ),
        (
            "Für den {mid.last_day} lautet die Vorhersage {mid.amount}; sehr wahrscheinlich liegt der Stand zwischen "
            "{low.amount} und {high.amount}."
        ),
    ),
    "ahead.line": "Am {mid.last_day} hättest du etwa {mid.amount}, wenn alles weitergeht wie bisher.",
    "ahead.change": (
        "Bis zum {mid.last_day} würde sich dein Geld um etwa {mid.amount} ändern. Gib deinen Konten einen "
        "Anfangsstand, um zu sehen, was dann da ist."
    ),
    "ahead.lowest": (
        "Der tiefste Stand bis dahin sind etwa {mid.amount} am {mid.last_day}.",
        "Am {mid.last_day} ist am wenigsten da, etwa {mid.amount}.",
        "Auf dem Weg dahin geht es bis auf etwa {mid.amount} am {mid.last_day} hinunter.",
    ),
    "ahead.held": "Von {tests.number} solchen Spannen in deiner eigenen Vergangenheit trafen {held.number} zu.",
    "ahead.unproven": "Eine Spanne steht hier nicht: Die Vergangenheit zu wiederholen wäre ebenso genau gewesen.",
    "health.score": (
        (
            "Dein Finanzwert ist {score.number} von hundert; deine eigenen Monate lassen ihn zwischen {low.number} und "
            "{high.number}."
        ),
        (
            "{score.number} von hundert ist dein Finanzwert; nach deinen Monaten liegt er zwischen {low.number} "
            "und {high.number}."
        ),
        (
            "Der Finanzwert steht bei {score.number} von hundert, nach deinen Monaten zwischen {low.number} und "
            "{high.number}."
        ),
    ),
    "health.rose": "Er stieg gegenüber dem Monat davor um {change.points_size}",
    "health.fell": "Er sank gegenüber dem Monat davor um {change.points_size}",
    "health.stayed": "Er ist so hoch wie im Monat davor.",
    "health.savings_rate": "In den letzten vollen Monaten ({rate.span}) blieben {net.amount} von {income.size}.",
    "health.buffer_months": (
        "{standing.amount} stehen auf deinen Giro-, Spar- und Bargeldkonten; das Nötige kostet {usual.size} in einem "
        "üblichen Monat."
    ),
    "health.essential_share": "Das Nötige nahm {needs.size} von {income.size}, die hereinkamen ({share.span}).",
    "health.spend_volatility": (
        "So nah bleibt ein üblicher Monat an deinem mittleren Monat von {usual.size} ({swing.span})."
    ),
    "health.cost_of_money": "{fees.size} gingen an Gebühren und Zinsen ({cost.span}).",
    "health.savings_rate_year": "Über längere Zeit ({rate.span}) hast du {net.amount} von {income.size} behalten.",
    "health.housing_ratio": (
        "Miete oder Kredit und Energie nahmen {cost.size} von {income.size} Einnahmen ({share.span})."
    ),
    "health.income_volatility": (
        "So viele Monate brachten über ein Viertel mehr oder weniger als dein mittlerer Monat von {usual.size} "
        "({swing.span})."
    ),
    "health.net_worth_trend": (
        "In einem üblichen Monat ändern sich alle deine Konten zusammen um {step.amount}, bei Ausgaben von "
        "{usual.size} ({trend.span})."
    ),
    "health.low_cash_days": "{standing.amount} stehen auf deinen Giro-, Spar- und Bargeldkonten.",
    "health.debt_service": (
        "{paid.size} von {income.size} gingen an Kredite und Raten, wie wirklich gezahlt ({share.span})."
    ),
    "health.utilisation": "{drawn.size} von {limit.size} sind auf deinen Karten ausgeschöpft.",
    "health.bills_on_time": "{paid.number} von {asked.number} fälligen Zahlungen kamen rechtzeitig.",
    "health.subscription_load": (
        "Laufende Abos kosten {cost.size} im Jahr; ein üblicher Monat brachte {usual.size} davon."
    ),
    "health.bill_cover": (
        "{bills.size} an Rechnungen werden bald fällig; {standing.amount} stehen bereit und {expected.size} Einnahmen "
        "werden erwartet."
    ),
    "health.goal_pace": (
        "Das am schwersten erreichbare Ziel kommt auf {odds.percent} der Wege, die deiner Vergangenheit gleichen, "
        "rechtzeitig an."
    ),
    "goals.reached": "{target.goal} ist erreicht: {target.size} sind da.",
    "goals.saved": (
        "{saved.size} von {target.size} sind für {target.goal} da, das sind {part.percent}.",
        "Für {target.goal} hast du {saved.size} von {target.size}, also {part.percent}.",
        "{target.goal} steht bei {saved.size} von {target.size}, das sind {part.percent}.",
    ),
    "goals.odds": (
        (
            "Bis zum {due.date} sind {odds.percent} der Wege am Ziel, die deinem bisherigen gleichen; der mittlere "
            "bringt {mid.amount}."
        ),
        (
            "{odds.percent} der Wege, die deinem bisherigen gleichen, sind bis zum {due.date} am Ziel; der mittlere "
            "bringt {mid.amount}."
        ),
    ),
    "goals.enough": "Vier von fünf dieser Wege kommen an, ohne dass du mehr zurücklegst.",
    "goals.needed": "Legst du jeden Monat {needed.size} zurück, kommen vier von fünf dieser Wege an.",
    "goals.passed": "Der Termin, der {due.date}, ist vorbei.",
    "goals.history": "Wie wahrscheinlich es bis zum {due.date} ist, lässt sich erst nach sechs vollen Monaten sagen.",
    "debts.owed": (
        "Du schuldest {owed.size} auf Krediten und Karten, deren Bedingungen bekannt sind.",
        "Kredite und Karten mit bekannten Bedingungen machen {owed.size} aus.",
        "Auf Krediten und Karten mit bekannten Bedingungen stehen {owed.size} offen.",
    ),
    "debts.endless": "Was du darauf zahlst, hält mit den Zinsen nicht Schritt: So wären sie nie abbezahlt.",
    "debts.one": "Das kostet noch {interest.size} Zinsen und ist bis zum {due.date} abbezahlt.",
    "debts.avalanche": (
        "Zahle die teuerste zuerst: {interest.size} Zinsen, und bis zum {due.date} ist alles abbezahlt."
    ),
    "debts.snowball": (
        "Zahle die kleinste zuerst: {interest.size} Zinsen, und bis zum {due.date} ist alles abbezahlt."
    ),
    "debts.saves_interest": "Die kleinste zuerst würde {gap.size} mehr kosten.",
    "debts.easier_to_keep": (
        "Die teuerste zuerst würde nur {gap.size} sparen, und Pläne, die mit einer kleinen Schuld beginnen, werden "
        "häufiger zu Ende gebracht."
    ),
    "debts.unknown": "{balance.account} fehlt hier: Niemand hat gesagt, was es kostet.",
    "drivers.more": "Es kostete {change.size} mehr als zuvor",
    "drivers.less": "Es kostete {change.size} weniger als zuvor",
    "drivers.same": "Es kostete so viel wie zuvor.",
    "drivers.end": ".",
    "drivers.count.more": ", vor allem durch mehr Zahlungen.",
    "drivers.count.less": ", vor allem durch weniger Zahlungen.",
    "drivers.price.more": ", vor allem durch teurere Zahlungen.",
    "drivers.price.less": ", vor allem durch günstigere Zahlungen.",
    "drivers.mix.more": ", vor allem durch Zahlungen an teureren Orten.",
    "drivers.mix.less": ", vor allem durch Zahlungen an günstigeren Orten.",
    "currencies.intro": (
        "Beträge in anderen Währungen werden nie in die Zahlen oben gemischt; hier stehen sie für sich."
    ),
    "quality.rows": "Dieser Bericht beruht auf {count.rows} vom {count.month} und auf {months.months_full} davor.",
    "quality.rows_first": "Dieser Bericht beruht auf {count.rows} vom {count.month}; davor liegt kein voller Monat.",
    "quality.transfers": "{transfers.rows} zwischen deinen eigenen Konten zählen weder als Einnahme noch als Ausgabe.",
    "quality.uncategorised": "{loose.size} der Ausgaben haben keine Kategorie.",
    "quality.refunds": (
        "Einnahme ist jeder Betrag, der hereinkam, auch Erstattungen; Ausgabe ist jeder Betrag, der hinausging."
    ),
    "quality.rates": "Nirgends wurde ein Wechselkurs angewandt.",
}

# Filled from other fixed words, never from a figure.
FIXED: Mapping[str, str] = {
    "health.moved_most": "; am meisten bewegte ihn „{indicator}“.",
    "health.missing": "Zu wenig Daten. Dafür fehlt: {what}.",
}
