"""Codebooks and coding schemes: their shape, their files, their patterns as rules."""
