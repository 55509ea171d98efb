"""What a run is made of: what it reads, its workers, its chunks, its progress, its counts."""
