"""`python -m flows.cli` is `onrecord`."""

from flows.cli.app import main

main()
