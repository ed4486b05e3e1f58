"""Sums, what is left of a total, balances and differences, as the words state them."""
