"""Articles that report one event."""
