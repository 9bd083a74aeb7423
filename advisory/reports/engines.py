"""From a whole analysis to what a report tells of it. Brings numpy along: the web process imports only `findings`."""

from __future__ import annotations

from advisory.analysis.advice.inputs import Said
from advisory.analysis.engine import Analysis
from advisory.analysis.noticed import noticed_in, places_of
from advisory.analysis.rows import Rows
from advisory.analysis.series.keys import household_keys
from advisory.reports.findings import Findings, Told


def findings_of(analysis: Analysis, rows: Rows, said: Said | None = None) -> Findings:
    """What counts of it; `rows` are those it was made of."""
    settled = zip(analysis.settled, analysis.figures.series, strict=True)
    return Findings(
        series=tuple((one.series, named) for one, named in settled if one.counts and one.series.is_booked),
        told=tuple(Told(one.kind, one.day, one.facts) for one in noticed_in(analysis, places_of(rows))),
        alerts=analysis.alerts,
        forecasts=tuple(zip(analysis.forecasts, analysis.figures.forecasts, strict=True)),
        facts=analysis.facts,
        keys=dict(zip(rows.ids.tolist(), household_keys(rows, {}), strict=True)),
        said=said or Said(),
    )
