"""One module a section of the monthly report."""
