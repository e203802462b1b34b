"""Who the phrases of a sentence name: actor lists, composition of codes, references, unknown names."""
