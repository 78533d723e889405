"""Words that decide how much a noun phrase tells by itself."""

from factscan.extract.syntax.noun_data import EVALUATIVE
from factscan.extract.text.names_data import VAGUE_MODIFIERS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# they measure, rank or judge a thing and do not say which one it is
EMPTY_MODIFIERS = (
    VAGUE_MODIFIERS
    | EVALUATIVE
    | _words(
        """able different absolute active lead enough continual continuous pivotal modern sprawling prestigious ongoing dedicated regular frequent occasional
        vital renewed growing new-found newfound overwhelming unprecedented long-standing much-needed actual additional adequate alleged ancient angry appropriate available average aware bare basic bitter bold
        brave brief bright broad busy calm capable careful central cheap clean clear clever close cold comfortable common complete
        complex considerable constant convenient cool countless crucial cruel curious daily dangerous dark dead dear deep delicate dense
        dirty distant double dry due dull eager earlier early effective elaborate empty enormous essential eternal evident exact excessive
        expensive extensive extra extreme fair faithful false familiar fast fat fierce firm fit fixed flat foreign free frequent
        fresh full fundamental further gentle genuine gigantic golden gradual grand grateful grave guilty handsome harsh heavy high higher hot huge
        humble hungry immediate immense increasing inevitable initial innocent intense involved joint keen key kind known lasting later lesser
        likely limited lively local lone lonely loose loud low lower lucky main massive mere mild minor mixed moderate modest multiple
        mutual mysterious narrow near necessary negative neat needed nervous normal noble numerous obvious odd old-fashioned ordinary
        original overall part partial passionate peculiar personal plain pleasant positive possible potential powerful precise previous primary
        principal private profound prolonged proper proud public pure quick quiet random rapid rare raw ready reasonable related relative
        relevant remaining repeated respective rich rough sacred safe satisfactory secret secure separate serious severe sharp sheer shy significant
        silent similar simple single slight slow smaller larger smooth so-called sole solemn solid sombre soft special splendid stable standard steady steep still
        strange strict strong stupid subsequent substantial successful sudden sufficient suitable supreme sure surprising sweet swift
        tall tender tense terrible thick thin thorough tight tiny tired total traditional tremendous typical unable uncertain
        unhappy unique unknown unusual urgent usual vague valuable varied vast very violent visible vital warm weak wealthy
        wet wicked wide widespread wild willing wise worthy pensive edifying upper muddy"""
    )
)

# by themselves these say that something happened or was there, not what
UNFINISHED_NOUNS = _words(
    """ability absence abundance access account achievement act action activity addition advance advantage affair
    agreement aim air alternative amount analysis announcement answer appeal appearance application appointment
    approach approval argument arrangement array arrest arrival aspect assessment assistance association
    assumption atmosphere attack attempt attention attitude attraction authority average background balance base
    basis battle beginning behavior behaviour belief benefit bid bit blame block bond bottom boundary branch
    break bulk call campaign capacity care career case cause celebration center centre chain chance change
    character charge choice circumstance claim clash class collection combination command comment commitment
    community comparison competition complaint component concept concern conclusion condition conduct confidence
    conflict connection consequence consideration construction contact content contest context contract
    contribution control conversation cost counterpart country couple course coverage creation credit criticism
    culture danger data date deal death debate debt debut decision decline defeat defense defence degree delay
    delivery demand departure description design desire destruction detail determination development difference
    difficulty direction disaster discovery discussion display dispute distance distinction document doubt drive
    drop duty edition effect effort element end endeavour energy entry environment episode error escape essence
    establishment evaluation event evidence examination example exception exchange excuse execution exercise
    existence expansion expectation expense experience explanation expression extent fact factor failure fall
    fame family fate favor favour fear feature feedback feeling field fight figure flow focus follower following
    force form formation foundation freedom friend front function fund future gain gap glance goal good ground
    group growth guard guest guidance half harm highlight history hold home honor honour hope host idea identity
    image impact importance impression improvement incident income increase independence individual influence
    information input instance instruction intention interaction interest interpretation interview introduction
    investigation investment invitation involvement issue item job joy judgment judgement justice key kind
    knowledge lack leadership lead level life light limit line link list location look loss lot love luck
    majority manner mark mass match matter meaning measure meeting member membership memory mention message
    method mind minority mission mistake mixture moment mood move movement name nature need network news note
    notice notion number object objection objective observation obstacle occasion offer office operation opinion
    opportunity opposition option order organization organisation origin outcome output owner ownership pace
    pair panel part participation partner party path pattern pay payment peace people percentage performance
    period permission person perspective phase phenomenon picture piece place plan play plot point policy
    population portion position possession possibility potential power practice praise preference preparation
    presence present pressure price pride principle priority privilege problem procedure process product
    production profile profit program programme progress project promise promotion proof property proportion
    proposal prospect protection provision public publication purchase purpose pursuit quality quantity question
    quote range rate reaction reality reason reception recognition recommendation record recovery reduction
    reference reform refusal regard region relation relationship release relief remainder remark reminder
    removal repair reply report reputation request requirement rescue research resemblance resident resistance
    resolution resource respect response responsibility rest result return revenge review revision reward right
    rise risk role room root route rule run sale sample scale scene schedule scheme scope score search season
    seat section sense sequence series service session set setting shape share shift side sight sign
    significance similarity situation size skill solution sort source space speech speed spirit spot stage stake
    stance standard star start state statement status step stop story strategy strength stress strike structure
    struggle student study stuff style subject success suggestion sum supply support surprise survey survivor
    system tactic talent talk target task technique tendency term territory test text theme theory thing thought
    threat tie time title today top topic total touch trace track tradition training transfer transition
    treatment trend trial trip triumph trouble trust truth turn type understanding union unit use user value
    variation variety version victim victory view viewpoint visit voice volume vote war way weakness weight
    whole will win wish witness word work world worth year youth winner loser
    hundred thousand million billion"""
)

# a phrase that begins so points at something that was spoken of before
POINTING = _words(
    "this that these those such another other same which what every each said aforementioned latter former either neither some any certain following"
)
POINTING_AHEAD = _words("following aforementioned above-mentioned said latter")

# they count things and do not say which: "two films"
SMALL_NUMBERS = _words("one two three four five six seven eight nine ten eleven twelve")

UNKNOWN_NUMBERS = _words("various several numerous many multiple different countless some few other certain")

# of what? even with a name before it: "the Kannada version"
VERSIONS = _words(
    "version edition adaptation translation instalment installment remake reissue rerelease re-release"
)

# plural in form, one in sense: "a means", "a crossroads"
PLURAL_AS_ONE = _words(
    """means crossroads headquarters barracks works series species gallows shambles sports arms arts news athletics
    savings woods games gas lens canvas atlas bias"""
)

# of what, for what, in what? A class only with its complement: "a key event in the calendar"
PENDING_NOUNS = _words(
    """event part centre center source figure factor element aspect feature point focus hub seat base issue topic theme role
    component alternative collaboration tribute response scene home advocate proponent
    opponent"""
)

RANKS = _words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth last next only sole"
)

# people and things that are what they are only to another: "the wife", of whom?
RELATIVE_NOUNS = _words(
    """wife husband spouse widow widower son daughter brother sister sibling uncle aunt nephew niece cousin grandson
    granddaughter grandchild grandfather grandmother grandparent father mother parent stepson stepdaughter stepfather
    stepmother fiancé fiancée girlfriend boyfriend lover companion friend colleague classmate teammate roommate
    bandmate collaborator guest neighbor neighbour ally rival enemy opponent opposite follower supporter successor
    predecessor heir descendant ancestor disciple protégé namesake counterpart contemporary member recipient
    winner runner-up nominee finalist contestant participant candidate contender beneficiary survivor native resident
    inhabitant occupant offshoot subsidiary sequel prequel synonym variant precursor forerunner relative
    champion founder co-founder owner co-owner leader comrade favorite favourite addition inclusion exception replacement"""
)

# whatever stands before them, they leave open what: "entertainment options"
OPEN_NOUNS = _words(
    """option opportunity possibility choice aspect element issue matter concern effort need attention amenity
    consideration circumstance kind thing way detail reason"""
)

# said of a thing; taken for its noun where another follows: "an erect or spreading shrub", "grey or black bark"
NOUNLIKE_ADJECTIVES = _words(
    """erect upright black white grey gray red green blue yellow orange pink purple brown violet mauve cream gold
    silver scarlet crimson"""
)

# a preposition that completes a noun which says little without it: "claims to Alsace", "a petition against slavery"
COMPLETING = _words("for to about against between towards toward into")

# nouns of change, which say little without "in what"
CHANGES = _words(
    """mutation change variant variation defect deletion duplication abnormality increase decrease reduction rise fall decline drop difference
    error deficiency disorder disturbance alteration fluctuation specialist expert advance improvement participation involvement"""
)

# "a number of plays" is plays
AMOUNTS = _words(
    "number lot variety range couple handful plenty majority array host multitude dozen bit wealth abundance great-many total"
)

# times and circumstances: they answer "when" only as dates, and make prepositions ("on account of")
CIRCUMSTANCE_NOUNS = _words(
    """year month day time period season decade century week night morning summer winter spring autumn fall evening afternoon moment
    age era hour minute second occasion beginning start end childhood youth career life lifetime date today tomorrow yesterday noon midnight
    dawn dusk weekend past future present meantime meanwhile stage phase point interval spell stint tenure reign term aftermath
    event wake midst course process addition order turn case fact general particular response return opinion
    account basis behalf means terms view light spite favor favour lieu result accordance conjunction collaboration association
    absence presence place way manner mode extent"""
)

# they wait for a number
MEASURE_NOUNS = _words(
    """height length width depth breadth thickness diameter radius circumference weight mass area elevation altitude extent distance
    spread density volume duration wingspan capacity temperature latitude longitude speed total average percentage ratio"""
)

# "the" with these points at nothing spoken of before: there is one, or each has one
UNIQUE_NOUNS = _words(
    """sun moon earth sky sea ocean ground soil air wind atmosphere environment universe world equator horizon internet web public
    brain heart skin liver lung lungs kidney kidneys eye eyes ear ears nose mouth tongue throat neck head face hair scalp chest breast
    back spine abdomen stomach intestine intestines bowel bladder pancreas spleen gallbladder uterus ovary ovaries prostate testis penis
    vagina pelvis hip knee ankle foot feet leg legs arm arms hand hands finger fingers toe toes nail nails tooth teeth jaw skull bone
    bones joint joints muscle muscles tendon tendons ligament nerve nerves artery arteries vein veins aorta blood plasma cornea
    retina iris lens eyelid eyelids cerebellum cerebrum cortex hypothalamus pituitary thyroid thymus adrenal esophagus oesophagus larynx
    pharynx trachea bronchi bronchus diaphragm colon rectum anus urethra ureter womb placenta fetus foetus body nucleus cytoplasm
    membrane mitochondria ribosome genome piano guitar violin cello flute drums trumpet saxophone clarinet harp organ oboe bassoon trombone
    viola banjo mandolin accordion"""
)

# a name of one such word is short for a longer one
GENERIC_NAMES = _words(
    """academy act army association award band board bureau cathedral championship chapel church club college commission committee
    company conference congregation conservatory corporation cup department director division faculty festival final
    foundation forum government grade group hall headquarters hotel hospital house institute institution journal
    law league library manager medal ministry monastery museum navy office orchestra order organisation
    organization park party prize regiment road school society stadium station street temple
    theater theatre tournament trophy union university bill secretary chairman
    road river lake bay island valley monday tuesday wednesday thursday friday saturday sunday"""
)

# parts of a university or company, which are named for their field or task alone
SUBORDINATE_BODIES = _words("school faculty board")
