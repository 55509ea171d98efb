"""Quotes that word one statement: their words, who speaks, on which occasion; and the joining of those that are one."""
