"""The parser: a biaffine network in onnxruntime, as the spaCy component ``factscan_parser``, and its lemmatizer.

Importing this registers both with spaCy; of an installed factscan, spaCy finds them by itself.
"""

from factscan.parser.component import FactscanParser
from factscan.parser.lemmas import Lemmatizer

__all__ = ["FactscanParser", "Lemmatizer"]
