"""How often a question in plain words is answered exactly, and whether a wrong number is ever shown."""
