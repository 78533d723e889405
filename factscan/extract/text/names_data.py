"""Words around names: articles, titles, and nouns that name nothing."""

ARTICLES = frozenset({"the", "a", "an"})

COURTESY_TITLES = frozenset(
    """mr mrs ms miss mx messrs dr sir dame prof professor rev reverend hon lt capt sgt gen col maj cpl sen rep gov pres
    madame mme mlle monsieur herr frau señor señora señorita senor senora signor signora""".split()
)
"""Titles that are never part of a name when a name follows."""

RANK_TITLES = frozenset(
    """president king queen prince princess lord lady pope emperor empress senator governor mayor general captain colonel
    lieutenant sergeant commander admiral bishop archbishop cardinal judge baron baroness count countess duke
    duchess earl marquis marquess viscount tsar czar chancellor congressman congresswoman congressperson secretary
    ambassador coach brigadier corporal detective inspector sheikh sultan shah maharaja emir caliph chief""".split()
)
"""Ranks that are titles before a person's name, and part of many other names."""

NOBLE_TITLES = frozenset(
    """count countess prince princess duke duchess archduke archduchess baron baroness king queen emperor empress
    margrave margravine landgrave infante infanta earl marquis marquess marquise saint""".split()
)
"""Titles of those who are named for a place: "Countess Marie of Lund"."""

DOUBLE_TITLES = frozenset(
    """vice president/deputy president/prime minister/foreign minister/chief minister/deputy minister/general secretary
    /secretary general/attorney general/governor general/surgeon general/lieutenant governor/field marshal/air marshal
    /major general/lieutenant general/brigadier general/lieutenant colonel/rear admiral/vice admiral/chief justice
    /associate justice/senior chief/crown prince/crown princess/grand duke/grand duchess/head coach/first lady
    /opposition leader/party leader/staff sergeant/wing commander/squadron leader/flight lieutenant""".replace(
        "\n    ", ""
    ).split("/")
)
"""Titles of two words."""

ROLES = frozenset(
    """nobel laureate incumbent democrat democratic republican conservative liberal labour tory independent candidate actor actress
    singer rapper songwriter musician guitarist drummer bassist pianist composer author writer novelist poet journalist
    reporter anchor presenter host director producer screenwriter photographer architect artist painter sculptor designer
    player footballer cricketer quarterback goalkeeper midfielder defender striker forward pitcher linebacker manager coach
    head assistant athletic captain teammate politician lawyer attorney businessman businesswoman entrepreneur scientist
    physicist chemist biologist mathematician historian philosopher economist engineer inventor explorer activist vocalist
    frontman comedian model dancer choreographer rider driver jockey swimmer boxer wrestler golfer skier astronaut pilot
    frenchman englishman scotsman irishman american british french german italian spanish canadian australian dutch""".split()
)
"""What people are, in capitals before a name; no part of it where a given name follows."""

INSTITUTION_WORDS = frozenset(
    """county island islands park college university school hospital hotel house street road avenue square station airport
    bridge river lake mountain mountains bay harbour harbor sound range creek valley land dam theatre theater cup
    trophy stakes award awards prize court council assembly office staff committee company corporation inc ltd party
    church cathedral chapel abbey museum library stadium arena club team band league conference hall castle palace
    tower fort district parish province territory state city town village book film series album song game justice
    executive minister engineer officer financial operating technology strike election elections act law bill store
    stores hills beach point peninsula cove class line railway library gallery""".split()
)
"""Last words of names in which a rank before is part of the name ("Prince Edward Island", "Lord Howe Island")."""

NAME_LINKS = frozenset(
    """of the and or for in on at to with from by de la las los le les du des van von der den di da del della dos das do bin ibn
    al el y e i zu zur und et og och für för voor pour para per por against a an as vs v""".split()
)
"""Words in lower case inside names."""

COMPANY_WORDS = frozenset(
    """company corporation corp inc ltd limited llc plc group holdings holding industries enterprises partners records
    recordings media entertainment pictures studios films productions publishing publishers press books games software systems
    technologies technology electronics motor motors automotive airlines airways aviation brewing brewery breweries foods
    bank bancorp financial insurance capital energy oil gas petroleum steel mining pharmaceuticals chemical chemicals
    communications telecom networks broadcasting interactive international stores markets brothers bros & and""".split()
)
"""Second words of a company's name: the first alone is short for it."""

NOT_AFTER_TITLE = frozenset(
    """of the and in for at to with from on or who was is by s motors electric mills dynamics hospital assembly post store
    purpose election secretary staff court league crimson kong america marvel planet kirk kangaroo hook beefheart
    gaga latifah bee snow lion ness executive justice minister engineer officer financial operating technology kings
    ghana kansas city deputy lieutenant chancellor chamberlain advocate protector provost privy high general""".split()
)
"""Second words of names that a rank begins ("General Motors", "King Kong")."""

PRONOUNS = frozenset(
    """i me my mine we us our ours you your yours he him his she her hers it its they them their theirs this that these
    those who whom whose which what himself herself itself themselves myself yourself ourselves one ones oneself
    each other another everyone everybody everything someone somebody something anyone anybody anything nobody none
    nothing all both some many few several any most more less much such others either neither same former latter
    here there""".split()
)

VAGUE_NOUNS = frozenset(
    """man men woman women person persons people boy boys girl girls child children guy guys individual individuals thing
    things way ways time times day days night week weeks month months year years decade decades century centuries
    moment period hour hours minute minutes second seconds morning afternoon evening end beginning start middle rest
    part parts side sides lot lots kind kinds type types sort sorts form forms number numbers amount majority
    minority percent result results case cases example examples fact facts idea ideas reason reasons question
    questions answer problem problems issue issues situation circumstances event events matter matters point points
    place places area areas position role order work works piece pieces group groups member members pair couple set
    variety range series use purpose effort attempt process change changes addition difference life death name title
    word words story version edition season game games match matches family father mother parents brother sister son
    daughter wife husband friend friends user users reader patient patients left right
    top bottom front back something stuff everything section subsection paragraph chapter page table figure list
    half third quarter remainder total item items element elements feature features aspect aspects factor factors
    first second last next following above below""".split()
)

VAGUE_MODIFIERS = frozenset(
    """the a an this that these those his her its their my our your some any many most more several few all both each every
    other another following next previous last first second third same own new old whole entire certain various
    different such no only main early late later final initial one two three four five six seven eight nine ten
    dozen young great large small big little good bad long short rare common usual particular specific general
    further additional much less half past present current former latter upcoming recent""".split()
)

FEMALE_TITLES = frozenset(
    """mrs ms miss lady dame queen princess empress duchess countess baroness madame mme mlle sister mother senora
    señora frau""".split()
)
"""Titles of women."""

MALE_TITLES = frozenset(
    """mr sir lord king prince emperor duke earl count baron monsieur father brother pope senor señor herr fr""".split()
)
"""Titles of men."""

NOT_PEOPLE = INSTITUTION_WORDS | frozenset(
    """studio record picture film production entertainments station center centre community program project research science arts art music food records records studios pictures films entertainment media press times post journal news magazine review show
    awards festival games olympics olympic championships championship series season open tour tournament
    championship world national international american united army navy force forces air department ministry agency
    bureau institute foundation association society union federation organization museum north south east west new
    republic kingdom empire province region county church university college school hospital war battle treaty act
    bill code group band orchestra sea ocean gulf mount desert forest river lake street avenue road day night week
    month year january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday christmas easter english french german spanish italian russian""".split()
)
"""Words of names that are no person's."""

NAMELESS = frozenset(
    """mayor council district act board department commissioner commission authority director agency court class company
    government king emperor queen prince princess duke bishop archbishop president governor secretary chairman
    minister ministry superintendent office officer attorney university college school foundation society association
    church house hall city town village state county country nation empire kingdom army navy legion fleet war
    battle world north south east west section subsection paragraph subparagraph clause chapter part title date
    treatment treatments symptom symptoms test tests surgery caste female females male males researcher researchers
    scientist scientists health music system team league club band party committee institute program project
    corporation court judge captain colonel general sergeant doctor professor father mother bill law resolution order
    january february march april june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday whoever absent bonds driver tourist
    american british english french german italian spanish chinese japanese canadian australian russian irish scottish
    dutch greek polish roman turkish swedish norwegian danish mexican african european asian portuguese persian
    catholic jewish christian latin""".split()
)
"""Single words that a capital alone makes no name: offices, bodies, headings, weekdays, adjectives of nations."""

BODIES_OF = frozenset("district city state county commonwealth republic kingdom university bank".split())
"""Words that begin a name of the form "University of California Press"."""

BODIES = BODIES_OF | frozenset(
    """association ministry institute institutes society department church house order museum office board council college
    school federation union league academy court bureau centre center foundation library archdiocese diocese port isle
    isles bay gulf battle siege treaty convention confederation committee commission chamber parliament congress senate
    secretary duchy principality province county district""".split()
)
"""Words that begin names which go on with "of": "Battle of Hastings", "Bank of England"."""

PERSON_SORTS = frozenset({"PER", "PERSON"})
"""The labels that pipelines give to the names of people."""
