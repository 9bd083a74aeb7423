"""What comes back by the user's word: declared series, series made one, and what was missed or charged twice."""
