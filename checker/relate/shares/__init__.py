"""Percentages of something: which part and which whole they mean, and what they must make together."""
