"""Wholes and the parts that the wording lists for them."""
