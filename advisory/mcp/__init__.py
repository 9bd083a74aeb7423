"""Questions for a program of the user's own over the Model Context Protocol: read-only, by a token."""
