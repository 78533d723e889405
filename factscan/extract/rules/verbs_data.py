"""Verbs and prepositions that the rules for verbal clauses treat apart."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# what they introduce is somebody's word or thought, not a fact of the world
NEVER_STATED = _words(
    """say tell ask think believe claim argue feel suppose hope wish want seem appear suggest wonder guess imagine
    insist mention state note comment reply answer exclaim remark assume suspect fear doubt mean intend expect let please
    see hear feel notice watch look realise realize understand remember forget like love hate enjoy prefer need admire regret praise
    criticise criticize compliment applaud condemn deplore presume reflect ponder meditate mourn lament explain warn admit confirm deny stress emphasise emphasize quote recall observe
    argue conclude try attempt decide agree plan seek consider regard deem cite appreciate hesitate complain cry laugh smile nod sigh shrug stare gaze glance"""
)
# they only carry their complement
EMPTY_VERBS = _words("be seem appear remain become do")
# "people with X have Y"
SUFFERERS = _words("people person individual patient child adult infant baby man woman sufferer those")
SUFFERING_VERBS = _words("have experience develop exhibit show suffer")
MAKING_VERBS = _words(
    """found co-found write compose direct produce publish release build construct erect establish create design develop invent launch
    record film paint open close sign adopt acquire buy purchase repeal amend discover describe issue introduce rename demolish destroy dissolve complete"""
) | {"take over", "set up", "bring out"}
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

# of other verbs "of" hangs on a noun that the parser lost
OF_VERBS = _words(
    """consist compose make die speak dispose convict accuse deprive approve learn hear strip form comprise construct build cure rid relieve
    assure inform notify warn remind suspect beware boast conceive partake smell taste complain dream think become be"""
)

# "for" is part of what they say
FOR_VERBS = _words("play work know nominate name compete qualify stand account search look care note write")

LIGHT_VERBS = _words("give make take have get deliver pay do file hold use")

# of what they make, keep and teach, a bare plural or mass tells the kind: "produced steel", "taught mathematics"
KIND_VERBS = _words(
    """discover invent patent isolate synthesize synthesise study major specialize specialise train lecture teach play speak practise practice manufacture produce make sell export import grow breed mine build print process supply
    cultivate brew eat treat cause weave forge smelt refine distribute publish coach farm raise herd hunt feed"""
)

# in the present they tell a story or what somebody thinks of it, not how things are
STORY_VERBS = _words(
    """follow tell come go see find meet get decide leave arrive return realise realize begin start try want love hate like look
    give take bring put kill escape discover learn fall ask help turn become lose win"""
)

TIME_PREPOSITIONS = frozenset(
    "after before during until till since throughout following past prior despite".split()
)

# time, manner and circumstance: they answer a question only with a name, a date or a number
ADJUNCT_PREPOSITIONS = frozenset(
    """after before during until till since throughout through under over with within without beyond behind among amongst amid
    across along around by upon following despite against toward towards out off up down past amidst inside outside between for""".split()
) | frozenset(
    {
        "in front of",
        "out of",
        "on behalf of",
        "in front",
        "prior to",
        "up to",
        "next to",
        "thanks to",
        "in response to",
    }
)

NAMING_VERBS = _words("know call term refer")
# what comes after them is a name
CALLING_VERBS = _words("call dub title entitle style nickname term")

# what begins: a premiere of a film, a debut of a person
STARTING_VERBS = _words("debut premiere premier open close start begin commence end finish conclude")
# said of a work, a house or a body they are its publication, its making, its start
WORK_VERBS = STARTING_VERBS | _words(
    "release publish issue air broadcast televise record perform film shoot build construct erect complete form sign produce make"
)
# where these of a body are, it is
SEATS = _words("headquarters headquarter")

GIVING_VERBS = _words("give send award offer grant show teach lend hand pay sell bring present")
DEGREES = _words(
    """degree doctorate diploma bachelor master ph.d. phd ba bs b.a. b.s. bsc b.sc. ma m.a. ms m.s. msc m.sc. mba m.b.a.
    md m.d. llb ll.b. jd j.d. llm ll.m. dphil licentiate baccalaureate"""
)
GAINING = _words("receive earn obtain get gain complete hold take have pursue do finish")

# what one does as something one also does somewhere
ACTING_VERBS = _words(
    """serve work act play teach compete perform release publish appear start begin join enlist return arrive live train
    participate exhibit study star speak race fight happen occur die lecture swim run sing debut practise practice"""
)

# what these do, of a person, is told of a mood or a gesture
INNER_NOUNS = _words(
    """face eye eyes hand hands heart head mind soul voice look glance lips lip mouth finger fingers foot feet arm arms leg legs shoulder
    shoulders hair breath body spirit mood thought thoughts feeling feelings smile gaze expression tone words gesture tear tears
    cheek cheeks brow forehead knee knees nerves pulse conscience imagination memory manner figure"""
)

# "as" after them tells what somebody thinks of it
REGARDING_VERBS = _words(
    """describe regard view see perceive cite praise hail characterize characterise criticize criticise treat portray depict interpret
    designate classify recognize recognise consider deem dismiss denounce condemn identify cast note quote find brand label paint"""
)

# where the verb leads to, told before its date: "moved to Oslo in 1990", "was elected to Parliament in 1957"
STEM_PREPOSITIONS = frozenset({"to", "into", "as", "onto", "from", "on", "for"})

IDIOMS: dict[str, frozenset[str]] = {
    "take": _words("place part effect office charge control possession shape root advantage"),
    "give": _words("birth rise way"),
    "make": _words("use debut part"),
    "form": _words("part"),
    "constitute": _words("part"),
    "play": _words("part"),
    "come": _words("place"),
    "get": _words("start"),
}
# adverbs that make another verb of a verb, however they are tagged
PHRASAL_VERBS = {
    **dict.fromkeys("come lay turn find point set carry".split(), _words("out")),
    **dict.fromkeys("shut close tear pull knock step break".split(), _words("down")),
    **dict.fromkeys("split grow wind give build wrap".split(), _words("up")),
    "kick": _words("off"),
    "break": _words("up down out"),
    "bring": _words("up out about"),
    "buy": _words("out"),
    "hand": _words("over"),
    "make": _words("up"),
    "pass": _words("away"),
    "put": _words("up out forward"),
    "set": _words("up out off"),
    "take": _words("over up off"),
}
OBLIQUE_IDIOMS = {
    "come": {("into", noun) for noun in ("force", "effect", "world", "being", "existence", "use", "service")},
    "go": {("into", noun) for noun in ("force", "effect", "production", "service")},
    "enter": {("into", "force"), ("into", "effect"), ("into", "service")},
    "be": {("in", "force")},
    "remain": {("in", "force")},
}

# relations that a bare noun answers: "is caused by stress", "is treated with antibiotics"
OPEN_LABELS = frozenset(
    {
        "cause", "cause of", "symptom", "treatment", "treat", "risk factor", "complication", "side effect", "prevention",
        "diagnosis", "cause of death", "inheritance", "transmit by", "position held", "make of", "consist of",
        "license", "eat", "divide into", "be", "become",
    }
)  # fmt: skip
