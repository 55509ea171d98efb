"""Where words stand in a paragraph: between which marks, as a sentence of their own or within one, as a title."""
