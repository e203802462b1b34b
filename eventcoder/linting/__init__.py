"""Checks of codebooks: what cannot work, what never counts, what is probably not meant. See docs/checks.md."""
