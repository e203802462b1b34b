"""How good the coding is: a gold file held against events, with intervals, tables and a list of errors.

`evaluate` puts it together; each of the other modules does one thing and knows nothing of the command line.
"""
