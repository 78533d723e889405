"""The words that decide whether a clause is asserted, by class.

A governor's class says what it makes of its complement where it is itself affirmed and where it is denied: "managed
to win" and "did not fail to win" say that somebody won, "failed to win" and "did not manage to win" that nobody did.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# --- inside a clause ---

# deny the clause that they modify; "rarely" and "seldom" are no statement that something happened
NEGATIVE_WORDS = _words("not n't nt n’t never no neither nor hardly scarcely barely rarely seldom nowhere")
# adverbs that a negative word before them turns: "no longer", "not yet", "not necessarily"
NEGATED_ADVERBS = _words("longer more yet always necessarily ever even actually really often anymore")
# noun phrases by themselves that deny their clause
NEGATIVE_PRONOUNS = _words("nobody none nothing neither nowhere no-one noone")
# determiners of such phrases; so are "few" and "little" where nothing stands before them
NEGATIVE_DETERMINERS = _words("no neither")
# prepositions and the like that take one thing out: "without a coach", "rather than silver", "not gold"
NEGATIVE_PREPOSITIONS = _words("without instead rather except excluding unlike")
# subordinators of what did not happen: "without winning", "rather than leave"
NEGATIVE_MARKS = _words("without instead rather lest")
# after "not" or "no" they take its force: "not only", "nothing but", "none other than", "no doubt", "not until"
LIMITING_WORDS = _words("only just merely simply solely but other doubt until till alone")

# subordinators of a condition: neither the clause nor the one above it is asserted
CONDITIONAL_MARKS = _words("if unless whether provided providing assuming supposing lest otherwise")
# subordinators of time: in the present tense they say "whenever"
TEMPORAL_MARKS = _words("when whenever once until till before after while as wherever")
# subordinators under which a verb without a subject is a circumstance of its own, not a part of the event above
INDEPENDENT_MARKS = _words("despite notwithstanding since because although though whereas")
# the noun and the word before it in "in case of", "in the event that"
CONTINGENCIES = frozenset({("case", "in"), ("event", "the")})

# auxiliaries of possibility, permission and duty
MODALS = _words("may might can could should must would ought shall ca cannot 'd ’d need dare")
# auxiliaries of the future
WILLS = _words("will wo 'll ’ll")
# adverbs that make "would" the future seen from the past: "he would later become mayor"
SEQUEL_ADVERBS = _words("later eventually subsequently ultimately finally soon afterwards thereafter")

# adverbs that take back what the clause says
HEDGING_ADVERBS = _words(
    """apparently allegedly reportedly supposedly possibly perhaps probably maybe potentially presumably likely
    seemingly purportedly ostensibly arguably conceivably hopefully theoretically hypothetically almost nearly
    doubtless doubtfully putatively"""
)

# adjectives that leave what the noun says to others: "an alleged murderer", "the supposed author"
HEARSAY_ADJECTIVES = _words(
    """alleged suspected supposed purported reputed putative presumed reported rumored rumoured accused so-called
    self-proclaimed self-styled self-described would-be ostensible possible potential probable hypothetical"""
)

# participles that make an event one of the future: "scheduled for May", "planned in two stages"
PLANNING_VERBS = _words("slate schedule plan expect intend predict anticipate project")
# participles that make a description an opinion: "regarded as", "believed extinct"
REGARDING_VERBS = _words(
    """regard consider deem view perceive hail rate believe think suppose presume assume rumor rumour allege repute
    acclaim"""
)

# predicates that say themselves that something is not known or not so
NEGATIVE_PREDICATES = _words(
    """unknown unclear unable false untrue unaware undecided unavailable unwilling absent reluctant powerless
    ineligible"""
)
# predicates that say that something is not certain
UNCERTAIN_PREDICATES = _words(
    """likely unlikely possible impossible probable improbable doubtful uncertain plausible conceivable questionable
    debatable"""
)

# --- governors of infinitives, participles and small clauses ---

# affirmed, it happened; denied, it did not: "managed to win", "happened to meet", "began to sing"
IMPLICATIVE_GOVERNORS = _words(
    """manage happen begin start continue go come get proceed use tend serve keep turn find finish remember bother dare
    choose elect resume persist commence prove end grow live learn succeed wind suffice"""
)
# affirmed, it happened; denied, nothing is said: "forced him to resign", "saw her leave"
CAUSATIVE_GOVERNORS = _words(
    """force cause make have lead prompt induce compel oblige persuade convince inspire drive motivate provoke
    help assist teach bring see hear watch observe notice witness catch find show move tempt trick press pressure
    coerce"""
)
# those of them that always lead somebody to do something: what follows is no mere purpose
COERCING_VERBS = _words("force compel oblige persuade convince induce coerce")
# affirmed, it did not happen; denied, it did: "failed to win", "did not forget to pay"
NEGATIVE_GOVERNORS = _words(
    "fail neglect forget omit avoid refrain abstain escape miss stop cease quit evade shun"
)
# affirmed, it did not happen; denied, nothing is said: "refused to leave", "prevented from leaving"
REFUSING_GOVERNORS = _words(
    """refuse decline deny forbid prevent prohibit resist ban bar dissuade discourage preclude hinder deter
    disqualify exempt reject dismiss exclude protect save stop keep restrain block"""
)
# denied, it happened: "did not hesitate to leave"
HESITATING_GOVERNORS = _words("hesitate shrink scruple")
# it is looked at, not stated: "seems to be", "pretended to sleep"
SEEMING_GOVERNORS = _words("seem appear purport pretend claim profess feign affect")
# wishes, plans, attempts, duties: nothing is said of whether it came about
FUTURE_GOVERNORS = _words(
    """plan intend hope want wish expect try attempt seek aim promise propose decide agree aspire prepare threaten
    vow schedule long yearn offer ask request order invite urge encourage command instruct advise beg recommend
    desire prefer endeavor endeavour strive struggle undertake pledge swear resolve determine volunteer apply
    fight campaign conspire plot scheme opt demand arrange contract commission hire engage send design mean mandate
    authorize authorise empower entitle license sentence condemn destine tell nominate consider contemplate discuss
    suggest envisage imagine risk dream think anticipate postpone delay mind oppose support favor favour fear
    dread advocate look"""
)
# the verbs of passives that give an opinion: "is said to be", "is thought to have been"
REPORTED_PASSIVES = _words(
    """say think believe consider suppose expect report allege rumor rumour assume estimate claim suggest predict
    deem hold understand presume repute argue plan anticipate regard hypothesize hypothesise speculate suspect
    judge accuse rate"""
)
# with a preposition and a gerund they speak of a charge: "accused of stealing", "suspected of having killed"
ACCUSING_VERBS = _words("accuse suspect charge indict blame prosecute")
# their complement without a verb is an opinion: "critics consider it a masterpiece"
JUDGING_VERBS = _words(
    "consider deem judge think believe suppose presume imagine rate regard want prefer wish"
)

# --- governors of finite clauses ---

# the author takes what they govern for true, whatever becomes of themselves: "did not know that she had won"
FACTIVE_GOVERNORS = _words(
    """know realize realise discover learn forget regret notice recognize recognise remember reveal resent
    appreciate acknowledge perceive overlook ignore
    aware unaware glad happy proud sorry sad lucky fortunate unfortunate surprised surprising disappointed angry amazed
    pleased delighted ashamed embarrassed shocked thankful grateful odd ironic tragic notable remarkable noteworthy
    significant well-known evident obvious clear fact"""
)
# it is as they are: affirmed, the complement is true: "it turned out that", "ensured that", "it follows that"
IMPLICATIVE_OF_CLAUSES = _words(
    "happen ensure mean prove turn follow emerge occur result cause make see demonstrate true"
)
# nouns whose "that" clause is true
FACTIVE_NOUNS = _words(
    "fact realization realisation discovery knowledge truth circumstance irony awareness coincidence"
)
# nouns whose "that" clause is somebody's word or thought
ATTRIBUTING_NOUNS = _words(
    """claim belief idea theory hypothesis suggestion allegation rumor rumour opinion view argument assertion notion
    possibility hope fear expectation assumption suspicion speculation report statement proposal thought feeling
    conviction impression chance likelihood doubt prediction charge accusation concern promise threat legend myth
    tradition story demand condition requirement provision probability risk danger premise principle conjecture"""
)
# verbs that report in a parenthesis ("…, he said") or after "as"
ATTRIBUTING_VERBS = _words(
    """say claim argue suggest believe think report state allege assert maintain contend insist propose speculate
    hypothesize suspect assume suppose declare announce predict write add reply answer ask tell explain note remark
    observe comment warn imply estimate cry exclaim whisper shout murmur continue conclude recommend feel hope fear
    doubt guess imagine dream wish pretend conjecture theorize mention describe call testify recall respond
    mutter sigh urge repeat"""
)
# verbs that report in the clause after "as" only where they distance: "as critics claimed"
DISTANCING_VERBS = _words(
    "claim allege argue suggest believe think speculate assert contend predict suspect rumor rumour"
)
# adjectives and verbs that announce what is true when commanded: "Note that the limit is 5"
ANNOUNCING_VERBS = _words("note remember recall notice observe beware")

# --- governors that are adjectives or nouns ---

# with an infinitive in the past they say that it happened: "was glad to see", "was lucky to survive"
EMOTIVE_PREDICATES = _words(
    """glad happy proud lucky fortunate unfortunate surprised amazed astonished shocked delighted pleased thrilled
    sorry sad disappointed honored honoured unlucky relieved embarrassed ashamed horrified content quick slow
    right wrong wise foolish"""
)
# the same of ability, which is a mere possibility in the present: "was able to escape", "is able to"
ABLE_PREDICATES = _words("able")
# what is counted out or singled out was done: "the first to climb it"; superlatives are told by their tag
SINGLING_WORDS = _words(
    """first second third fourth fifth sixth seventh eighth ninth tenth last only sole latest"""
)
# nouns whose infinitive says what may come: "a plan to build"
UNREAL_NOUNS = _words(
    """plan proposal attempt intention desire wish hope idea possibility need ability chance opportunity right
    effort decision aim goal permission promise offer threat order demand request agreement bid campaign capacity
    potential tendency likelihood prospect risk danger fear thought dream duty obligation power motion petition bill
    willingness readiness option way time reason place purpose prediction expectation"""
)
# nouns whose infinitive says what did not come: "failure to pay"
NEGATIVE_NOUNS = _words("failure refusal inability unwillingness reluctance lack absence prevention neglect")
# what "according to" measures by, rather than quotes: "sorted according to size", "according to section 5"
MEASURING_NOUNS = _words(
    """size age type kind practice custom rule law act article section constitution statute treaty charter principle
    standard criterion schedule plan need order degree rank weight number amount formula scheme method procedure"""
)
# nouns in "in his view", "in the opinion of"
OPINION_NOUNS = _words("view opinion eyes judgment judgement estimation words account")
