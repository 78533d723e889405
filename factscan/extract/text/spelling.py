"""One spelling of words that British and American English write in two ways, for labels."""

import re
from functools import lru_cache

# words in -ise that are written so everywhere
_ISE = frozenset(
    """advertise advise appraise apprise arise braise bruise chastise circumcise cerise comprise compromise
    concise cruise demise despise devise disguise enfranchise enterprise excise exercise expertise franchise
    guise improvise incise liaise likewise merchandise noise otherwise poise praise precise premise promise
    raise reprise revise rise supervise surmise surprise televise treatise turquoise wise disenfranchise
    malaise mayonnaise paradise porpoise tortoise""".split()
)
_OUR = re.compile(
    r"(arb|ard|arm|av|clam|col|enam|end|fav|ferv|flav|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|sav|splend|tum|val"
    r"|vap|vig)our"
)
_WORDS = dict(
    pair.split("=")
    for pair in """centre=center theatre=theater metre=meter litre=liter fibre=fiber defence=defense offence=offense
    licence=license practise=practice programme=program analyse=analyze paralyse=paralyze catalyse=catalyze enrol=enroll
    fulfil=fulfill catalogue=catalog dialogue=dialog grey=gray aluminium=aluminum plough=plow tyre=tire
    travelled=traveled co-operate=cooperate jewellery=jewelry""".split()
)


@lru_cache(1 << 14)
def american(word: str) -> str:
    """The American spelling of a word in lower case: "specialise" is "specialize", "honour" is "honor"."""
    if word in _WORDS:
        return _WORDS[word]
    if word.endswith("ise") and len(word) > 5 and word not in _ISE:
        return f"{word[:-3]}ize"
    if word.endswith("isation"):
        return f"{word[:-7]}ization"
    return _OUR.sub(r"\1or", word) if "our" in word else word
