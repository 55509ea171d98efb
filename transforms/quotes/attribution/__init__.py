"""Which saying goes with which marked words: within a paragraph, across paragraphs, in transcripts and posts."""
