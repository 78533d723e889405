"""What is known of a text without a parse: sentences, dates, quantities, names and their keys."""
