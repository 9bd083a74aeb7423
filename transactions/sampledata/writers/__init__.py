"""The household as files that its banks would hand out; one format a module, bytes out."""

from transactions.sampledata.writers.checking_csv import write_checking_csv
from transactions.sampledata.writers.extract import Extract, extract
from transactions.sampledata.writers.ofx import write_card_ofx, write_savings_ofx

__all__ = ["Extract", "extract", "write_card_ofx", "write_checking_csv", "write_savings_ofx"]
