"""The bench of a codebook's author: what a change does to a corpus, and what the patterns miss in it."""
