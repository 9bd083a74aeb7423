"""Small scripted ledgers: one for each rule of advice, with what a person does who follows it, and who does not."""
