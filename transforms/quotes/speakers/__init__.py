"""Whom a printed speaker means: the name it is, or the one that a pronoun or a role stands for."""
