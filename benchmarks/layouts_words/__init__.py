"""What banks of some forty countries print over and around their rows, apart from the importer's own lists."""
