"""What a language model is told of a section, and what is made of its answer. Pure: nothing here sends anything."""
