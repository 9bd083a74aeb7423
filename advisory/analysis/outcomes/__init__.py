"""Whether advice came true: pure judges over the rows booked after it was accepted."""
