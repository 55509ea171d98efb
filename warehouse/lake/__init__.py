"""The Parquet lake: documents kept, rows as the tasks wrote them, and who belongs to whom."""
