"""Reads news and returns typed, grounded claims about arms transfers."""
