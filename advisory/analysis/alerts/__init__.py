"""Alerts: rows worth a look, with thresholds from the false alarms a household accepts."""

from advisory.analysis.alerts.alert import VERSION, Feedback
from advisory.analysis.alerts.find import find_alerts
from advisory.analysis.findings import Alert

__all__ = ["VERSION", "Alert", "Feedback", "find_alerts"]
