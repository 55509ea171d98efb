"""Where tables go: documents kept, the Parquet lake, the DuckDB build, its SQL.

A run, under `home.lock`: `chunks.sweep`, `runs.start_run`, `manifest.Manifest.load`; for each document that the manifest lets
it `claim`: `archive.put_bytes`; for each task: `lake.write_chunk`; then `compact.compact`, `current.open_current` for what
resolve reads, `assignments.write_assignments`, `runs.close_run`, `build.build_snapshot`, `publish.publish`.
Readers: `connect.connect`.
"""
