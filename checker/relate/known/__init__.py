"""What the indicator pack knows: wholes, parts and identities that the text need not spell out."""
