"""How long a Prefect server that On Record starts waits for its SQLite database."""

from __future__ import annotations

# Seconds. Prefect opens its database in write-ahead mode and then waits a minute for whoever writes, but for opening it only its own ten
# seconds: on a machine whose cores are all at work a new connection then says "database is locked". So a minute for that too.
DATABASE_WAITS = {"PREFECT_SERVER_DATABASE_TIMEOUT": "60", "PREFECT_SERVER_DATABASE_CONNECTION_TIMEOUT": "60"}
