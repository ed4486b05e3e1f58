"""So much for each of something, and what is so many times, or such a percentage, of another amount."""
