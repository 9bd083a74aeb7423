"""One POST to an OpenAI-compatible endpoint: to an address that was looked at first, within a time and a size."""
