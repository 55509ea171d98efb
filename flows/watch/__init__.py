"""What the Prefect UI shows of a run, and when it warns."""
