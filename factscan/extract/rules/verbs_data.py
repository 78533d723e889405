"""Verbs and prepositions that the rules for verbal clauses treat apart."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# what they introduce is somebody's word or thought, not a fact of the world
NEVER_STATED = _words(
    """say tell ask think believe claim argue feel suppose hope wish want seem appear suggest wonder guess imagine
    insist mention state note comment reply answer exclaim remark assume suspect fear doubt mean intend expect let please"""
)
# they only carry their complement
EMPTY_VERBS = _words("be seem appear remain become")
# "people with X have Y"
SUFFERERS = _words("people person individual patient child adult infant baby man woman sufferer those")
SUFFERING_VERBS = _words("have experience develop exhibit show suffer")
MAKING_VERBS = _words(
    """found co-found write compose direct produce publish release build construct erect establish create design develop invent launch
    record film paint open close sign adopt acquire discover describe issue introduce rename demolish destroy dissolve complete"""
)
SKIPPED_PREPOSITIONS = frozenset(
    """like unlike despite without because due than such including according per regarding concerning depending
    rather instead besides except apart aside notwithstanding via""".split()
) | frozenset(
    {
        "because of", "due to", "such as", "as well as", "rather than", "instead of", "according to", "along with",
        "in addition to", "as opposed to", "apart from", "aside from", "except for", "based on", "as of", "as for", "in spite of",
    }
)  # fmt: skip
# with a quantity they hedge it: "directed over fifty films"
HEDGES = frozenset(
    {"over", "about", "around", "under", "nearly", "approximately", "up to", "more than", "some", "almost"}
)

# "for" is part of what they say
FOR_VERBS = _words("play work know nominate name compete qualify stand account search look care note write")

LIGHT_VERBS = _words("give make take have get deliver pay do")

IDIOMS: dict[str, frozenset[str]] = {
    "take": _words("place part effect office charge control possession shape root advantage"),
    "give": _words("birth rise way"),
    "make": _words("use debut"),
    "play": _words("part"),
    "come": _words("place"),
    "get": _words("start"),
}
OBLIQUE_IDIOMS = {"come": ("into", "force"), "go": ("into", "effect"), "enter": ("into", "force")}
