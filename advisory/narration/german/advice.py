"""The words of every rule of advice: what, why, how. One step each, no blame, figures from facts only."""

from __future__ import annotations

from collections.abc import Mapping

ADVICE_PHRASES: Mapping[str, str] = {
    "advice.none": "Die Zahlen dieses Monats verlangen keinen Rat.",
    "advice.gain": "Zwischen {low.size} und {high.size} im Jahr, am wahrscheinlichsten {mid.size}.",
    "advice.no_gain": "Hierfür wird kein Geld versprochen: Es senkt ein Risiko oder schärft das Bild.",
    "advice.A01.title": "{now.payee} wird nicht mehr genutzt",
    "advice.A01.what": "Kündige {now.payee}.",
    "advice.A01.why": "Du hast gesagt, dass du es nicht mehr nutzt. Zuletzt gingen am {now.booked} {now.size} ab.",
    "advice.A01.how": "Öffne dein Konto bei {now.payee}, kündige und hebe die Bestätigung auf.",
    "advice.A01.gain": "{mid.size} im Jahr; {low.size}, wenn noch ein halbes Jahr zu zahlen ist.",
    "advice.A01.unconfirmed.title": "Nutzt du {now.payee} noch?",
    "advice.A01.unconfirmed.what": "Entscheide, ob du {now.payee} behältst.",
    "advice.A01.unconfirmed.why": (
        "Wir haben mehrmals gefragt und nichts gehört. Zuletzt gingen am {now.booked} {now.size} ab."
    ),
    "advice.A01.unconfirmed.how": (
        "Bestätige es unter den wiederkehrenden Zahlungen, wenn du es nutzt; sonst kündige es dort."
    ),
    "advice.A02.title": "Mehrere Dienste derselben Art",
    "advice.A02.what": (
        "Pausiere einen deiner {count.number} Dienste derselben Art ({count.kind}), zum Beispiel {now.payee}."
    ),
    "advice.A02.why": "Alle laufen. {now.payee} ist mit {now.size} je Abbuchung der günstigste.",
    "advice.A02.how": (
        "Behalte den zuletzt genutzten, pausiere die anderen und wechsle, wenn du etwas anderes möchtest."
    ),
    "advice.A03.title": "{now.payee} ist teurer geworden",
    "advice.A03.what": "Frage {now.payee} nach dem alten Preis oder entscheide, ob es den neuen noch wert ist.",
    "advice.A03.why": "Der Preis stieg von {old.size} auf {now.size}, um {step.size}.",
    "advice.A03.how": "Suche einen günstigeren Tarif in deinem Vertrag, nenne den alten Preis und sei bereit zu gehen.",
    "advice.A03.gain": (
        "{mid.size} im Jahr beim alten Preis, {low.size} mit dem halben Anstieg, {high.size} ganz ohne ihn."
    ),
    "advice.A04.title": "Die Probezeit von {now.payee} kostet jetzt Geld",
    "advice.A04.what": "Entscheide über {now.payee}, bevor es wieder abbucht.",
    "advice.A04.why": "Nach einer Probezeit gingen am {now.booked} {now.size} ab.",
    "advice.A04.how": "Willst du es nicht, kündige heute; meist läuft es dann noch bis zum Ende der bezahlten Zeit.",
    "advice.A05.title": "{last.payee} hat nach deiner Kündigung abgebucht",
    "advice.A05.what": "Bitte {last.payee}, {total.size} zurückzuzahlen.",
    "advice.A05.why": "Zuletzt gingen am {last.booked} {last.size} ab, nach dem Tag deiner Kündigung.",
    "advice.A05.how": (
        "Schicke ihnen deine Bestätigung und die Daten. Kommt nichts, bitte deine Bank, es zurückzuholen."
    ),
    "advice.A05.gain": "Einmalig {high.size}, {low.size}, wenn sie einen Teil zurückzahlen.",
    "advice.A06.title": "{second.payee} hat vielleicht doppelt abgebucht",
    "advice.A06.what": "Prüfe, ob beide Abbuchungen von {second.size} stimmen.",
    "advice.A06.why": (
        "Am {first.booked} wurden {first.size} gebucht und am {second.booked} noch einmal derselbe Betrag."
    ),
    "advice.A06.how": "Vergleiche mit deinen Belegen; ist eine falsch, frage erst den Empfänger und dann deine Bank.",
    "advice.A06.gain": "Einmalig {high.size}, wenn es ein Irrtum ist, {low.size}, wenn nicht.",
    "advice.A07.title": "{now.payee} ist bei jährlicher Zahlung günstiger",
    "advice.A07.what": "Stelle {now.payee} auf jährliche Zahlung zu {yearly.size} um.",
    "advice.A07.why": "Du zahlst {now.size} im Monat. Im Jahr auf einmal kostet es {saved.size} weniger.",
    "advice.A07.how": "Stelle zur nächsten Fälligkeit um, und nur, wenn du es sicher ein Jahr lang behältst.",
    "advice.A07.ask.title": "Gibt es bei {now.payee} einen Jahrespreis?",
    "advice.A07.ask.what": "Suche den Jahrespreis von {now.payee} und trage ihn unten ein.",
    "advice.A07.ask.why": "Du zahlst seit Langem {now.size} im Monat. Viele Dienste verlangen im Jahr weniger.",
    "advice.A07.ask.how": "Du findest ihn auf ihrer Seite mit den Tarifen. Wir rechnen dann aus, was er spart.",
    "advice.A08.title": "Bankgebühren lassen sich vermeiden",
    "advice.A08.what": "Finde heraus, welche Gebühren deine Bank erlässt oder welches Konto keine hat.",
    "advice.A08.why": "{fees.size} gingen an Gebühren, in {count.charges} ({fees.span}).",
    "advice.A08.how": "Öffne die Gebühren unten, ordne sie nach Ursache und ändere die Ursache der größten.",
    "advice.A09.title": "Gebühren für zu wenig Geld oder zu spätes Zahlen",
    "advice.A09.what": "Lass dich von deiner Bank warnen, bevor dein Konto leer wird.",
    "advice.A09.why": "{paid.size} gingen in einem halben Jahr an solche Gebühren, in {count.charges}.",
    "advice.A09.how": (
        "Schalte in der App deiner Bank die Warnung bei niedrigem Stand ein und zahle per Lastschrift nach dem Zahltag."
    ),
    "advice.A10.title": "Zinsen, die du nicht mehr zahlen müsstest",
    "advice.A10.what": "Zahle die Schuld in {months.number} gleichen Monatsraten ab.",
    "advice.A10.why": "{paid.size} gingen im letzten halben Jahr an Zinsen.",
    "advice.A10.how": (
        "Richte einen Dauerauftrag für den Tag nach dem Zahltag ein und lass die Schuld derweil nicht wachsen."
    ),
    "advice.A11.title": "{balance.account} könnte weniger kosten",
    "advice.A11.what": "Frage andere Kreditgeber nach einem Angebot über das, was du dort schuldest: {balance.size}.",
    "advice.A11.why": (
        "Du zahlst {apr.percent}, der Markt verlangt {market.percent}: nach Kosten {saved.size} im Jahr."
    ),
    "advice.A11.how": (
        "Hole mehrere Angebote schriftlich ein, vergleiche alle Kosten und bitte deinen Kreditgeber, mitzuziehen."
    ),
    "advice.A11.ask.title": "Was kostet {balance.account}?",
    "advice.A11.ask.what": "Trage den Zinssatz von {balance.account} ein und was andere heute verlangen.",
    "advice.A11.ask.why": (
        "Du schuldest dort {balance.size}. Ob ein anderer Kreditgeber günstiger ist, hängt von beiden Sätzen ab."
    ),
    "advice.A11.ask.how": (
        "Der Satz steht in deinem Vertrag. Deine Bank oder ein Vergleich im Netz zeigt, was jetzt üblich ist."
    ),
    "advice.A12.title": "Lege eine erste Reserve an",
    "advice.A12.what": "Lege vor allem anderen {target.size} zurück.",
    "advice.A12.why": "Was auf deinen Konten steht, {standing.amount}, deckt {months.months} des Nötigen.",
    "advice.A12.how": "Richte einen Dauerauftrag für den Tag nach dem Zahltag ein; {gap.size} fehlen.",
    "advice.A13.title": "Lass deine Reserve wachsen",
    "advice.A13.what": "Strebe {target.size} auf deinen Konten an.",
    "advice.A13.why": "Was auf deinen Konten steht, {standing.amount}, deckt {months.months} zu je {usual.size}.",
    "advice.A13.how": (
        "Hebe deinen Dauerauftrag auf das Sparkonto mit jeder Gehaltserhöhung ein wenig an; {gap.size} fehlen."
    ),
    "advice.A13.pace.title": "Lass deine Reserve wachsen",
    "advice.A13.pace.what": "Strebe {target.size} auf deinen Konten an.",
    "advice.A13.pace.why": (
        "{standing.amount} decken {months.months} zu je {usual.size}. In einem üblichen Monat behältst du {pace.size}."
    ),
    "advice.A13.pace.how": "Weiter so: In diesem Tempo dauert es {lasting.months}. Überweise es am Zahltag.",
    "advice.A14.title": "Geld, das mehr bringen könnte",
    "advice.A14.what": "Lege {spare.size} auf ein Sparkonto, das {rate.percent} zahlt.",
    "advice.A14.why": (
        "{standing.amount} stehen auf deinen Konten. Das Nötige für ein halbes Jahr, {keep.size}, bleibt unberührt."
    ),
    "advice.A14.how": "Wähle ein Konto, an dessen Geld du in wenigen Tagen kommst, und überweise in Schritten.",
    "advice.A14.ask.title": "Geld, das still liegt",
    "advice.A14.ask.what": "Trage den Zinssatz ein, den du für {spare.size} bekommen könntest.",
    "advice.A14.ask.why": (
        "{standing.amount} stehen auf deinen Konten, mehr als das Nötige für ein halbes Jahr ({keep.size})."
    ),
    "advice.A14.ask.how": (
        "Sieh nach, was deine Bank auf Erspartes zahlt. Wir rechnen dann aus, was ein Wechsel brächte."
    ),
    "advice.A15.title": "{lately.category} liegt über dem Üblichen",
    "advice.A15.what": "Bring {lately.category} ein Stück zurück in Richtung {usual.size} im Monat.",
    "advice.A15.why": (
        "Der mittlere deiner letzten Monate kostete {lately.size}, {excess.size} mehr als vorher üblich."
    ),
    "advice.A15.how": (
        "Sieh dir die größten Buchungen hinter dieser Zahl an und entscheide, welche du nicht vermissen würdest."
    ),
    "advice.A16.title": "Viele kleine Einkäufe",
    "advice.A16.what": "Lass ein Drittel deiner kleinen Einkäufe weg.",
    "advice.A16.why": (
        "Im letzten Monat waren es {count.number}. Zuletzt kosteten sie {lately.size} im Monat, davor {usual.size}."
    ),
    "advice.A16.how": ("Warte vor jedem kleinen Kauf einen Tag oder lege für die Woche einen festen Betrag beiseite."),
    "advice.A17.title": "Mehr auswärts, weniger selbst gekocht",
    "advice.A17.what": "Koche einmal mehr in der Woche zu Hause.",
    "advice.A17.why": (
        "Auswärts essen nimmt {part.percent} von dem, was du für Essen ausgibst; davor waren es {before.percent}."
    ),
    "advice.A17.how": "Wähle den Abend, an dem du aus Gewohnheit auswärts isst, und plane dafür ein Essen.",
    "advice.A18.title": "{last.payee} verlängert sich bald",
    "advice.A18.what": "Vergleiche andere Angebote, bevor {last.payee} sich verlängert.",
    "advice.A18.why": "Der nächste Beitrag ist etwa am {due.date} fällig; der letzte waren {last.size}.",
    "advice.A18.how": (
        "Sieh nach, wann du kündigen darfst, vergleiche denselben Schutz und bitte {last.payee}, das beste Angebot "
        "mitzugehen."
    ),
    "advice.A18.risen.title": "{now.payee} hat den Beitrag erhöht",
    "advice.A18.risen.what": "Frage {now.payee}, warum, und vergleiche andere Angebote für denselben Schutz.",
    "advice.A18.risen.why": "Er stieg von {old.size} auf {now.size}, um {step.size}.",
    "advice.A18.risen.how": "Ein höherer Beitrag lässt dich oft früher gehen: Sieh im Schreiben nach.",
    "advice.A18.risen.gain": "{mid.size} im Jahr beim alten Beitrag, {low.size} mit dem halben Anstieg.",
    "advice.A19.title": "{now.payee} kostet mehr als vor einem Jahr",
    "advice.A19.what": "Vergleiche Tarife für das, was {now.payee} liefert.",
    "advice.A19.why": "Die letzten Abbuchungen kosteten {now.size}, dieselben ein Jahr davor {then.size}.",
    "advice.A19.how": (
        "Nimm deinen Jahresverbrauch aus der letzten Rechnung, vergleiche und frage {now.payee} nach dem besten Tarif."
    ),
    "advice.A20.title": "{bill.payee} ist fällig, bevor dein Geld kommt",
    "advice.A20.what": "Bitte {bill.payee}, den Fälligkeitstag kurz hinter die Zahlung von {pay.payee} zu legen.",
    "advice.A20.why": "{bill.size} sind am {due.date} fällig, und dein Geld wird am {payday.date} erwartet.",
    "advice.A20.how": "Bei den meisten kannst du den Tag wählen, online oder mit einem Anruf.",
    "advice.A21.title": "Das Geld könnte knapp werden",
    "advice.A21.what": "Verschiebe eine Zahlung oder lege bis zum {day.date} Geld zurück.",
    "advice.A21.why": "Am {day.date} werden etwa {low.amount} auf deinen Konten erwartet, und weniger ist möglich.",
    "advice.A21.how": "Hole es vom Sparkonto oder bitte einen Empfänger um einen späteren Tag.",
    "advice.A22.title": "Es kam mehr herein als üblich",
    "advice.A22.what": ("Gib der Hälfte des Mehrbetrags von {extra.size} einen Zweck, bevor er ausgegeben ist."),
    "advice.A22.why": "{income.size} kamen herein; ein üblicher Monat bringt {usual.size}.",
    "advice.A22.how": (
        "Überweise es heute: zuerst auf eine Schuld, die Zinsen kostet, dann auf die Reserve oder ein Ziel."
    ),
    "advice.A23.title": "Lege für jährliche Rechnungen jeden Monat etwas zurück",
    "advice.A23.what": "Überweise {month.size} im Monat auf das Sparkonto, für Rechnungen, die selten kommen.",
    "advice.A23.why": "Seltene Rechnungen, {count.number} gezählt, kosten {year.size} im Jahr.",
    "advice.A23.how": "Richte einen Dauerauftrag ein und zahle diese Rechnungen von dort.",
    "advice.A24.title": "Bezahle dich zuerst",
    "advice.A24.what": "Überweise am Zahltag {month.size} auf das Sparkonto.",
    "advice.A24.why": (
        "Du behältst {rate.percent} von dem, was hereinkommt; {target.percent} wären {year.size} mehr im Jahr."
    ),
    "advice.A24.how": (
        "Richte einen Dauerauftrag für den Tag ein, nachdem {pay.payee} zahlt. Ist das zu viel, beginne kleiner."
    ),
    "advice.A25.title": "{odds.goal} gerät in Rückstand",
    "advice.A25.what": "Lege {needed.size} im Monat für {needed.goal} zurück oder verschiebe den Termin.",
    "advice.A25.why": "So wie es läuft, wird das Ziel mit einer Aussicht von {odds.percent} rechtzeitig erreicht.",
    "advice.A25.how": "Ändere den Dauerauftrag oder den Termin; ein späterer braucht weniger im Monat.",
    "advice.A26.title": "Eine Erstattung von {paid.payee} ist nicht gekommen",
    "advice.A26.what": "Frage {paid.payee}, wo deine Erstattung von {paid.size} bleibt.",
    "advice.A26.why": "Du hast am {paid.booked} {paid.size} gezahlt und es zurückgeschickt; seither kam nichts.",
    "advice.A26.how": (
        "Schicke den Nachweis der Rücksendung. Antworten sie nicht, bitte deine Bank oder Karte, es zu fordern."
    ),
    "advice.A26.gain": "Einmalig {high.size}, {low.size}, wenn sie einen Teil zurückzahlen.",
    "advice.A27.tight.title": "Dein Budget für {planned.category} ist zu knapp",
    "advice.A27.tight.what": "Versuche {proposed.size} statt {planned.size}.",
    "advice.A27.tight.why": "Es wurde in {kept.percent} der Monate eingehalten.",
    "advice.A27.tight.how": "Ändere das Budget unten; eines, das sich einhalten lässt, schaust du auch an.",
    "advice.A27.loose.title": "Dein Budget für {planned.category} verlangt dir nichts ab",
    "advice.A27.loose.what": "Versuche {proposed.size} statt {planned.size}.",
    "advice.A27.loose.why": "Es wurde in {kept.percent} der Monate eingehalten.",
    "advice.A27.loose.how": "Senke das Budget unten und gib den Unterschied einem Ziel.",
    "advice.A28.title": "Gib jeder Zahlung eine Kategorie",
    "advice.A28.what": "Ordne {count.rows} dieses Monats ein.",
    "advice.A28.why": "{loose.size}, das sind {part.percent} der Ausgaben dieses Monats, haben keine Kategorie.",
    "advice.A28.how": (
        "Filtere die Buchungen nach fehlender Kategorie; eine Regel für einen häufigen Empfänger ordnet viele zugleich."
    ),
    "advice.A28.silent.title": "{seen.account} ist still geworden",
    "advice.A28.silent.what": "Importiere einen neueren Auszug von {seen.account}.",
    "advice.A28.silent.why": ("Die letzte Buchung ist vom {seen.date}; was seither geschah, fehlt in diesem Bericht."),
    "advice.A28.silent.how": (
        "Lade den Auszug bei deiner Bank herunter und ziehe ihn auf Import; was schon da ist, wird nicht verdoppelt."
    ),
}
