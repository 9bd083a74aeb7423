"""The catalogue of advice: one module a family of rules, and `choice`, which decides between them."""
