"""Labelled sentences that judge the number gate, written from docs/NUMBER_GATE.md alone.

`words/` holds what was written by hand: sentences, with what makes each of them wrong, and the names of figures. The
modules beside it turn them into `dev.jsonl.gz` and `held.jsonl.gz`: `python -m benchmarks.gate_corpus.make`.
`blind_words/`, `second_words/`, `unseen_words/`, `sixth_words/`, `seventh_words/` and `eighth_words/` hold sentences in
other words, which become `blind.jsonl.gz`, `second.jsonl.gz`, `unseen.jsonl.gz`, `sixth.jsonl.gz`, `seventh.jsonl.gz`
and `eighth.jsonl.gz`: who mends the gate reads none of them.
"""
