"""How banks of twelve countries print things, and who is paid there. See `countries` for the form of a block."""
