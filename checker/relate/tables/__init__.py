"""Figures of tables among themselves, and prose that recites them."""
