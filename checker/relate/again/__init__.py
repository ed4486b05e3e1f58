"""The same figure said again: elsewhere, ahead of the body, in words."""
