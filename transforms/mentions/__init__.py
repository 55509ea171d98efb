"""Names in one document: spans, types, and which of them are one."""
