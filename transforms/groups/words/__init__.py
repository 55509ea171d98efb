"""Words of texts as they are compared: their stems, how common they are, what they mean beside one another."""
