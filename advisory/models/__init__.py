from advisory.models.fact import Fact
from advisory.models.report import Report, ReportFact

__all__ = ["Fact", "Report", "ReportFact"]
