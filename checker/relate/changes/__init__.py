"""Levels, changes, rates of growth and percentage points, as the words tie them."""
