"""Dates against the calendar, and lengths of time against the moments they lie between."""
