"""The words that decide whether a clause is asserted."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEGATIVE_WORDS = _words("not n't nt n’t never no neither nor hardly scarcely barely nowhere")
NEGATIVE_PRONOUNS = _words("nobody none nothing neither nowhere")
NEGATIVE_MARKS = _words("without instead rather lest unlike despite")
CONDITIONAL_MARKS = _words("if unless whether provided assuming supposing lest otherwise")

MODALS = _words("may might can could should must would ought shall ca cannot 'd ’d need dare")
PLANNING_VERBS = _words("slate schedule plan expect intend predict propose anticipate project")
REGARDING_VERBS = _words(
    "regard consider deem view perceive hail rate believe think suppose presume assume rumor rumour"
)
WILLS = _words("will wo 'll ’ll")

HEDGING_ADVERBS = _words(
    """apparently allegedly reportedly supposedly possibly perhaps probably maybe potentially presumably likely
    seemingly purportedly ostensibly arguably conceivably hopefully theoretically hypothetically almost nearly"""
)

UNCERTAIN_PREDICATES = _words(
    """likely unlikely possible impossible probable able capable supposed set due bound doubtful uncertain eligible
    expected scheduled slated willing ready eager anxious plausible free necessary essential useful"""
)
NEGATIVE_PREDICATES = _words(
    "unknown unclear unable false untrue unaware undecided unavailable unwilling absent"
)

IMPLICATIVE_GOVERNORS = _words(
    """manage happen begin start continue go come get proceed help use tend serve remain keep become turn know find
    see hear force cause make let prove end grow make elect appoint name call choose select dare bother remember finish
    resume persist commence say_yes enable allow lead convince persuade compel induce oblige pronounce declare consider render leave
    look feel sound taste smell stay run fall stand sit lie die live return retire work play act teach set hold open close"""
)
NEGATIVE_GOVERNORS = _words(
    "fail refuse decline neglect forget cease stop avoid deny forbid prevent prohibit resist abstain quit"
)
SEEMING_GOVERNORS = _words("seem appear look_like purport pretend claim profess")
FUTURE_GOVERNORS = _words(
    """plan intend hope want wish expect try attempt seek aim promise propose decide agree aspire prepare threaten vow
    schedule long yearn offer ask request order invite urge encourage require need desire hesitate"""
)
REPORTED_PASSIVES = _words(
    """say think believe consider suppose expect report allege rumor rumour assume estimate claim suggest predict deem hold
    understand presume repute argue intend plan schedule mean anticipate regard hypothesize hypothesise speculate"""
)
ATTRIBUTING_VERBS = _words(
    """say claim argue suggest believe think report state allege assert maintain contend insist propose speculate
    hypothesize suspect assume suppose declare announce predict write add reply answer ask tell explain note remark observe
    comment warn imply estimate cry exclaim whisper shout murmur continue conclude recommend feel hope fear doubt
    guess imagine dream wish pretend conjecture theorize mention describe call testify recall"""
)
FACTIVE_VERBS = _words(
    """know realize realise discover learn forget regret notice recognize recognise happen ensure mean prove reveal
    see remember appreciate resent"""
)
FACTIVE_NOUNS = _words("fact")
ATTRIBUTING_NOUNS = _words(
    """claim belief idea theory hypothesis suggestion allegation rumor rumour opinion view argument assertion notion
    possibility hope fear expectation assumption suspicion speculation report statement proposal thought feeling conviction
    impression chance likelihood doubt prediction"""
)
UNREAL_NOUNS = _words(
    "plan proposal attempt intention desire wish hope idea possibility need ability chance opportunity right"
)
