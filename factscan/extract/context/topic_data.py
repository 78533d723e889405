"""Nouns that say what kind of thing a document is about."""

PERSON_NOUNS = frozenset(
    """climber mountaineer chieftain chief bowler colonel major lieutenant sergeant dean abbot deacon curate sharif emir sultan caliph
    classicist latinist epidemiologist publicist analyst commentator scholar militant resident dacoit bandit muralist character
    diplomat linguist ethnologist folklorist musicologist astrologer alchemist theorist critic broadcaster polymath prophet
    astrophysicist biochemist geneticist immunologist virologist oncologist cardiologist neurologist neurosurgeon psychotherapist
    mathematician statistician columnist podcaster vlogger gamer streamer promoter agent tycoon magnate financier investor
    humanitarian suffragist suffragette abolitionist reformer unionist trade-unionist communist anarchist nationalist dissident
    paratrooper submariner sniper marksman duelist gladiator knight crusader privateer pirate corsair conquistador
    racehorse trotter supporter inductee caricaturist engraver printmaker lithographer ceramist potter weaver goldsmith
    silversmith clockmaker luthier carpenter blacksmith miner brewer winemaker restaurateur hotelier shipbuilder industrialist
    barrister solicitor magistrate bailiff sheriff constable baronet peer peeress courtesan consort regent ruler tsar shah khan
    rajah maharaja nawab pharaoh shaman guru yogi swami mystic hermit martyr evangelist preacher theologian chaplain cleric
    trombonist trumpeter saxophonist flautist flutist clarinetist harpist percussionist keyboardist vocalist violist oboist
    bandleader songwriter dj beatboxer record-producer remixer mc hurler camogie decathlete heptathlete triathlete
    steeplechaser snowboarder surfer bobsledder luger curler biathlete orienteer canoeist kayaker sailor yachtsman
    equestrian polo-player karateka taekwondo kickboxer grappler powerlifter bodybuilder strongman chess-player
    grandmaster bridge-player poker-player esports-player
    player footballer cricketer politician singer actor actress writer author poet novelist artist painter sculptor
    composer musician guitarist drummer bassist pianist violinist rapper songwriter producer director screenwriter
    filmmaker photographer architect engineer scientist physicist chemist biologist mathematician historian
    philosopher theologian economist psychologist sociologist anthropologist linguist botanist zoologist geologist
    astronomer physician surgeon doctor nurse lawyer attorney judge jurist journalist reporter presenter broadcaster
    editor publisher translator critic scholar academic professor teacher educator lecturer researcher businessman
    businesswoman entrepreneur executive banker merchant industrialist inventor soldier officer general admiral
    captain commander pilot aviator astronaut sailor explorer priest bishop archbishop cardinal pope monk nun saint
    missionary rabbi imam minister pastor king queen prince princess emperor empress duke duchess earl baron
    baroness count countess nobleman noblewoman monarch ruler president governor mayor senator congressman diplomat
    ambassador activist feminist revolutionary philanthropist coach manager athlete swimmer runner sprinter boxer
    wrestler gymnast cyclist skier skater golfer rower racer driver jockey fencer archer shooter weightlifter
    hurdler jumper thrower judoka goalkeeper midfielder defender forward striker quarterback linebacker pitcher
    outfielder catcher infielder guard center winger fullback umpire referee comedian dancer choreographer model
    designer illustrator cartoonist animator chef magician wrestler criminal murderer outlaw spy slave clergyman
    person man woman boy girl member leader founder chairman chairwoman chairperson secretary treasurer commissioner
    deputy representative legislator parliamentarian statesman actor-director soprano tenor baritone conductor
    organist cellist lyricist librettist playwright dramatist essayist blogger youtuber programmer developer hacker
    socialite heiress aristocrat courtier warrior samurai rebel trader farmer landowner planter rancher collector
    curator librarian archivist archaeologist geographer cartographer meteorologist ecologist entomologist
    ornithologist naturalist pathologist psychiatrist neuroscientist pharmacologist dentist veterinarian
    statistician logician cryptographer sportsman sportswoman sportsperson contestant winner champion medalist
    medallist olympian paralympian personality figure celebrity actor-producer native daughter son wife husband
    brother sister alumnus graduate pioneer advocate expert specialist consultant official bureaucrat administrator
    civil-servant policeman detective agent""".split()
)

GROUP_NOUNS = frozenset(
    """band group duo trio quartet quintet orchestra ensemble choir team club side squad company firm corporation
    organization organisation agency department party union association federation committee council board
    commission institute university college school society tribe people clan family army regiment battalion brigade
    division squadron unit crew government label publisher franchise league collective network brothers sisters""".split()
)
"""Things that texts call "they"."""

ALSO_THINGS = frozenset(
    """center guard forward back half star native figure member model leader title agent spy champion winner character general
    personality pioneer officer judge host minister pilot producer developer publisher distributor founder partner
    representative defender manager striker driver resident supporter descendant""".split()
)
"""Nouns of people that things have too: they need a second witness."""

ILLNESS_NOUNS = frozenset(
    """disease disorder condition syndrome infection illness cancer tumor tumour deficiency anomaly defect malformation
    abnormality carcinoma lymphoma leukemia sarcoma dystrophy dysplasia neuropathy myopathy anemia anaemia fever
    injury allergy ailment""".split()
)

TERM_NOUNS = ILLNESS_NOUNS | frozenset(
    """medication medicine drug antibiotic hormone vitamin mineral protein enzyme gene compound chemical substance molecule
    acid salt element process method technique procedure approach concept theory principle law term word phrase
    field branch discipline study science form type kind class category group property phenomenon effect unit
    measure measurement quantity function operation relation structure model sport game art practice activity
    tradition ritual food dish drink beverage cheese bread dance genre style technology device machine tool
    instrument weapon vehicle engine material mineral rock fabric test treatment therapy surgery symptom sign organ
    tissue cell bone muscle building doctrine belief ideology movement philosophy policy system mechanism strategy
    problem algorithm language feature role position occupation profession rank title plant fruit vegetable herb
    spice tree animal collection set part layer fluid""".split()
)
"""Classes whose members are terms rather than names (a drug, a field, a sport)."""

TAXON_NOUNS = frozenset(
    """species genus subspecies family subfamily tribe order moth butterfly beetle fly bee wasp ant spider snail slug
    gastropod mollusk mollusc fish frog toad lizard snake gecko skink turtle bird bat rodent mouse rat shrew
    bacterium fungus alga orchid plant shrub tree grass fern moss lichen dinosaur cricket grasshopper dragonfly mite
    crab shrimp sponge coral worm virus""".split()
)

WORK_NOUNS = frozenset(
    """autobiography memoir biography anthology novella trilogy telenovela miniseries docuseries film movie documentary short album ep single song track novel book play opera musical poem series show program
    programme sitcom episode game video comic manga anime magazine newspaper journal painting sculpture soundtrack
    mixtape compilation sequel""".split()
)

PLACE_NOUNS = frozenset(
    """village town city municipality commune hamlet settlement township parish county district province region state
    country island river lake mountain hill valley bay creek stream glacier park reserve suburb neighborhood
    neighbourhood community locality borough peninsula cape reef waterfall canyon desert forest wetland crater
    volcano peak ridge""".split()
)

BUILT_NOUNS = frozenset(
    """station airport bridge road street highway route line railway railroad building house church cathedral mosque temple
    school hospital museum library theatre theater stadium arena castle palace fort tower dam tunnel cemetery mill
    farm hotel prison lighthouse monument university college ship submarine destroyer frigate aircraft locomotive
    satellite spacecraft telescope""".split()
)

EVENT_NOUNS = frozenset(
    """battle war siege election tournament championship season race match conference festival ceremony award treaty
    agreement attack massacre conflict coup revolution rebellion uprising scandal crisis disaster incident crash
    earthquake hurricane storm flood fire riot strike expedition operation campaign competition cup referendum bowl""".split()
)

OTHER_NOUNS = frozenset(
    """act law bill order amendment pep proposal document standard protocol specification library framework software
    application app website service product brand platform constellation star asteroid comet planet galaxy surname""".split()
)

ORGAN_NOUNS = frozenset(
    """leaf leaves leaflet leaflets bark flower flowers flowerhead inflorescence petal petals sepal sepals stem stems root roots fruit
    fruits seed seeds cone cones trunk branch branches crown wingspan wing wings forewing forewings hindwing hindwings
    antenna antennae head thorax abdomen body tail shell shells whorl whorls apex spire aperture leg legs larva larvae pupa
    adult adults male males female females egg eggs nest juvenile juveniles bill plumage upperparts underparts crest throat
    fur teeth skull snout fin fins scale scales eye eyes colony colonies blade blades petiole petioles bud buds capsule capsules
    foliage habitat range diet lifespan length""".split()
)
"""Parts and traits of organisms, which a text on a species names without saying whose they are."""

TOPIC_NOUNS = (
    GROUP_NOUNS
    | ILLNESS_NOUNS
    | TAXON_NOUNS
    | WORK_NOUNS
    | PLACE_NOUNS
    | BUILT_NOUNS
    | EVENT_NOUNS
    | OTHER_NOUNS
    | frozenset({"medication", "drug", "gene", "plant", "sport"})
) - {
    "people",
    "family",
    "order",
    "part",
    "line",
    "fire",
    "fly",
    "short",
    "track",
    "unit",
    "side",
    "video",
    "brothers",
    "sisters",
    "star",
}
"""Nouns by which a text refers back to what it is about ("the film"), even where it does not say what that is."""

REFERRED_AS: tuple[tuple[frozenset[str], frozenset[str]], ...] = tuple(
    (frozenset(classes.split()), frozenset(nouns.split()))
    for classes, nouns in (
        (" ".join(sorted(ILLNESS_NOUNS)), "disease disorder condition illness"),
        ("syndrome", "syndrome"),
        ("film movie documentary thriller comedy drama short", "film movie picture"),
        (
            "company firm corporation business manufacturer maker publisher developer airline retailer bank subsidiary chain label studio conglomerate"
            " startup distributor operator provider brewery supplier enterprise carrier agency insurer conglomerate",
            "company firm corporation business",
        ),
        ("album ep mixtape compilation soundtrack", "album record"),
        ("song single", "song single track"),
        ("band duo trio quartet quintet ensemble", "band group"),
        ("team club side squad", "team club side squad"),
        ("series show program programme sitcom telenovela drama", "series show program programme"),
        (
            "novel book novella memoir autobiography biography anthology collection textbook dictionary",
            "book novel work",
        ),
        (
            "organization organisation charity nonprofit ngo foundation association society federation union",
            "organization organisation",
        ),
        ("medication drug medicine antibiotic antidepressant", "drug medication medicine"),
        (
            "tournament competition championship cup event edition",
            "tournament competition championship event",
        ),
        ("law act", "law act"),
        ("place community locality neighborhood neighbourhood suburb borough", "community"),
        ("village hamlet settlement", "village settlement community"),
        ("town city municipality commune", "town city municipality settlement"),
        ("university college school academy institute", "university college school institution institute"),
        (
            "ship vessel frigate destroyer cruiser steamship schooner brig battleship ferry boat",
            "ship vessel",
        ),
        ("submarine", "submarine boat"),
        (
            "building house mansion farmhouse residence home church courthouse hotel",
            "building house structure property",
        ),
        (
            "moth butterfly beetle snail frog fish lizard snake spider bacterium plant tree shrub orchid fly wasp bee ant gecko skink gastropod",
            "species",
        ),
        ("tree plant shrub herb orchid fern grass eucalyptus", "plant"),
        (
            "newspaper magazine journal periodical weekly daily",
            "paper publication newspaper magazine journal",
        ),
        ("station stop", "station"),
        ("railway railroad line route highway road", "line route road"),
        ("battle siege", "battle"),
        ("app application software program", "application program software"),
        ("stadium arena venue", "stadium venue arena"),
        ("railroad", "railway railroad"),
        ("country nation kingdom republic empire principality sultanate emirate monarchy", "country nation"),
        (
            "painkiller opioid anticonvulsant antipsychotic antiviral sedative vaccine",
            "drug medication medicine",
        ),
        ("browser editor compiler package toolkit utility", "software program"),
        ("corvette gunboat trawler yacht tanker liner warship freighter steamer", "ship vessel"),
        ("airplane aeroplane fighter bomber airliner biplane monoplane helicopter glider", "aircraft plane"),
        ("car automobile sedan suv minivan coupe hatchback truck motorcycle", "vehicle"),
        ("car automobile sedan suv minivan coupe hatchback", "car"),
        ("river stream creek tributary", "river stream"),
        ("mountain peak summit volcano", "mountain peak"),
        ("lake reservoir", "lake"),
        ("award prize", "award prize"),
        ("hurricane cyclone typhoon", "storm"),
        ("war conflict", "war conflict"),
        ("treaty agreement convention pact", "treaty agreement"),
        ("church cathedral chapel basilica mosque temple synagogue", "building"),
        ("cathedral chapel basilica", "church"),
    )
)
"""Classes, and the nouns by which texts refer back to their members ("the company" for an airline)."""

CLASSES_OF: dict[str, frozenset[str]] = {
    noun: frozenset({noun, *(own for classes, nouns in REFERRED_AS if noun in nouns for own in classes)})
    for noun in TOPIC_NOUNS.union(*(nouns for _, nouns in REFERRED_AS))
}
"""Nouns that refer back, and the classes whose members they can mean ("book": a novel, a memoir)."""
