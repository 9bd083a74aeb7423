"""German, addressing the reader with du."""
