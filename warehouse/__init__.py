"""Where tables go: documents kept, the Parquet lake, the DuckDB build, its SQL.

A run, under `home.lock`: `lake.chunks.sweep`, `runs.start_run`, `lake.manifest.Manifest.load`; for each document that the
manifest lets it `claim`: `lake.archive.put_bytes`; for each task: `lake.write.write_chunk`; then `lake.features.complete_features` and
`complete_names`, `lake.compact.compact`,
`lake.grouping.open_grouping` for what resolve reads and its `write` for what it decides, `runs.close_run`,
`build.build_snapshot`, `publish.publish`. Readers: `connect.connect`.
"""
