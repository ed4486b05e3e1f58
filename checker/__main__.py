"""`python -m checker` is `heshu`."""

from checker.cli import main

main(prog_name="heshu")
