"""One view of a parsed sentence, whatever its label scheme: phrases, clauses, and what is asserted."""
