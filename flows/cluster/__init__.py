"""Chunks done by the workers of a Dask cluster, on machines that share the folder of the home."""
