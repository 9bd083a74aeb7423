"""First pieces of advice: one module a family of rules, and the one that chooses between them."""
