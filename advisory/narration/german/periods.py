"""What the reports of quarters and years say in words of their own, and a report that replaces an earlier version.

Quartal and Jahr are of one gender, so both lengths share their sentences.
"""

from __future__ import annotations

from collections.abc import Mapping


def _phrases(kind: str, noun: str, place: str, whole: str) -> dict[str, str]:
    """`place`: how its name follows 'in'; `whole`: the view that counts whole ones."""
    named = {
        "headline.empty": f"{place} wurde nichts gebucht.",
        "headline.kept": f"{place} hast du {{net.size}} von {{income.size}} behalten.",
        "headline.even": f"{place} hast du genau so viel ausgegeben, wie hereinkam: {{income.size}}.",
        "headline.overspent": f"{place} hast du {{net.size}} mehr ausgegeben, als hereinkam.",
        "headline.no_income": f"{place} hast du {{spending.size}} ausgegeben; Einnahmen wurden keine gebucht.",
        "headline.no_spending": f"{place} kamen {{income.size}} herein, ausgegeben wurde nichts.",
        "summary.partial": (
            f"Das {noun} ist noch nicht vorbei: Das ist der bisherige Stand, er wird nicht mit ganzen verglichen."
        ),
        "summary.more": (
            f"Die Ausgaben lagen {{change.size}} über deinem üblichen {noun} von {{normal.size}} (die Mitte aus "
            f"{{months.{whole}}})."
        ),
        "summary.less": (
            f"Die Ausgaben lagen {{change.size}} unter deinem üblichen {noun} von {{normal.size}} (die Mitte aus "
            f"{{months.{whole}}})."
        ),
        "summary.same": f"Die Ausgaben waren genau die deines üblichen {noun}s, {{normal.size}}.",
        "summary.no_history": (
            f"Es gibt noch kein ganzes {noun} davor, mit dem sich dieses vergleichen ließe; sein mittlerer Monat "
            "kostete {inside.size}."
        ),
        "summary.try": f"Importiere Kontoauszüge für dieses {noun} und fordere den Bericht noch einmal an.",
        "months.dearest": (
            "Am meisten kostete {dearest.stretch}, {dearest.size}; am wenigsten {cheapest.stretch}, {cheapest.size}."
        ),
        "months.one": f"Von diesem {noun} ist bisher nur {{only.stretch}} bekannt.",
        "months.none": f"Kein Monat dieses {noun}s hat Buchungen.",
        "spending.none": f"In der Hauptwährung gab es in diesem {noun} keine Ausgaben.",
        "movements.more": "Erzählt wird hier nur das Neueste; die Berichte der Monate haben alles.",
        "changes.partial": (
            f"Ein laufendes {noun} wird nicht mit ganzen verglichen; dieser Teil füllt sich, wenn es vorbei ist."
        ),
        "changes.inside": (
            f"Es gibt noch kein ganzes {noun} davor, darum werden seine Monate miteinander verglichen: von jeder "
            "Kategorie der Monat, der am meisten kostete, und wie weit er vom mittleren entfernt ist."
        ),
        "changes.no_history": f"Dafür braucht es ein ganzes {noun} davor oder mehrere Monate mit Buchungen.",
        "changes.none": (
            "Keine Kategorie und kein Empfänger bewegte sich um mehr als den hundertsten Teil deiner üblichen Ausgaben."
        ),
        "quality.rows": (
            f"Dieser Bericht beruht auf {{count.rows}} von {{count.stretch}} und auf {{months.{whole}}} davor."
        ),
        "quality.rows_first": (
            f"Dieser Bericht beruht auf {{count.rows}} von {{count.stretch}}; davor liegt kein ganzes {noun}."
        ),
        "quality.ahead": (
            "Was kommt, steht hier nicht: Es wäre, was der Bericht des letzten Monats sagt. Finanzielle Gesundheit und "
            "Rat haben den Stand des letzten Tages, auf den geschaut wurde."
        ),
    }
    return {f"{kind}.{key}": words for key, words in named.items()}


PERIOD_PHRASES: Mapping[str, str] = {
    **_phrases("quarter", "Quartal", "In {net.stretch}", "quarters_whole"),
    **_phrases("year", "Jahr", "Im Jahr {net.stretch}", "years_whole"),
    "restated.rows": (
        "Seit der Version davor kamen {added.rows} hinzu, {changed.rows} änderten sich und {removed.rows} fielen weg."
    ),
    "restated.same_rows": (
        "Die Buchungen dieses Zeitraums sind dieselben; womit sie verglichen oder wie sie gelesen werden, änderte sich."
    ),
    "restated.unknown_rows": "Von der Version davor ist nicht festgehalten, welche Buchungen sie sah.",
}
