"""The generator of the sample corpus: an invented world, told by many documents, and what they state."""
