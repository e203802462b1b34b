"""A corpus coded: documents in; rows, a manifest and an error report out."""
