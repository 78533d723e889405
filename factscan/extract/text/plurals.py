"""Singular and plural of English nouns, by their endings."""


def singular(noun: str) -> str:
    """An English noun in the singular, by its ending."""
    if (
        noun in {"species", "series", "news", "athletics", "headquarters"}
        or not noun.endswith("s")
        or noun.endswith(("ss", "us", "is", "ics"))
    ):
        return noun
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    return noun[:-2] if noun.endswith(("sses", "ches", "shes", "xes")) else noun[:-1]
