"""Declared numbers of things against the things listed."""
