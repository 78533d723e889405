"""Adjectives after "be" that state facts: those that class a thing, and those that relate it to another."""

CLASSIFYING_ADJECTIVES = frozenset(
    """extinct endemic endangered native edible inedible poisonous toxic venomous nocturnal diurnal aquatic terrestrial deciduous
    evergreen perennial annual biennial hermaphroditic monotypic carnivorous herbivorous omnivorous parasitic oviparous viviparous sessile
    motile aerobic anaerobic pathogenic contagious infectious hereditary congenital inherited autosomal idiopathic systemic benign malignant
    chronic acute white black red yellow green blue purple pink brown orange grey gray asymptomatic rare nonspecific nonpartisan fatal incurable curable soluble insoluble volatile flammable radioactive magnetic crystalline
    colorless colourless odorless odourless tasteless transparent opaque bipedal blind deaf mute married unmarried divorced single
    widowed left-handed right-handed bilingual vegetarian vegan catholic protestant jewish muslim hindu buddhist christian anglican
    presbyterian lutheran gay lesbian bisexual transgender free-standing open-source proprietary nonprofit non-profit coeducational
    co-educational single-sex bicameral unicameral landlocked uninhabited navigable tidal volcanic dormant freshwater
    defunct unincorporated abandoned unfinished incomplete lost derelict disused operational anonymous posthumous instrumental
    associative commutative transitive reflexive symmetric irrational rational prime finite infinite convex compact linear nonlinear
    elliptical elliptic spherical circular rectangular triangular cylindrical hexagonal octagonal conical oval palmate pinnate lanceolate
    optional mandatory deprecated obsolete immutable mutable abstract recursive experimental""".split()
)

RELATING_ADJECTIVES = frozenset(
    (adjective, preposition)
    for adjective, prepositions in (
        ("native", "to"), ("endemic", "to in"), ("indigenous", "to"), ("unique", "to"), ("restricted", "to"), ("confined", "to"),
        ("adjacent", "to"), ("close", "to"), ("parallel", "to"), ("perpendicular", "to"), ("opposite", "to"), ("north", "of"),
        ("related", "to"), ("similar", "to"), ("identical", "to with"), ("equivalent", "to"), ("equal", "to"), ("analogous", "to"),
        ("homologous", "to"), ("synonymous", "with"), ("homeomorphic", "to"), ("isomorphic", "to"), ("proportional", "to"), ("inferior", "to"),
        ("superior", "to"), ("resistant", "to"), ("susceptible", "to"), ("immune", "to"), ("sensitive", "to"), ("toxic", "to"), ("allergic", "to"),
        ("toxic", "to"), ("soluble", "in"), ("insoluble", "in"), ("rich", "in"), ("abundant", "in"), ("common", "in"), ("rare", "in"),
        ("present", "in"), ("extinct", "in"), ("active", "in"), ("fluent", "in"), ("available", "in on for"), ("visible", "from"),
        ("accessible", "from by via"), ("contemporary", "with"), ("contiguous", "with to"), ("compatible", "with"), ("familiar", "with"),
        ("dependent", "on upon"), ("made", "of from"), ("famous", "for"), ("notable", "for"), ("known", "for as"), ("loyal", "to"),
        ("responsible", "for"), ("subject", "to"), ("due", "to"), ("popular", "in"), ("distinct", "from"), ("derived", "from"),
        ("different", "from"), ("affiliated", "with to"), ("associated", "with"), ("married", "to"), ("bound", "to"), ("exempt", "from"),
        ("home", "to"), ("sister", "to"), ("basal", "to"), ("ancestral", "to"), ("caused", "by"), ("named", "after"),
        ("located", "in on at near"), ("situated", "in on at near"), ("based", "in on"), ("involved", "in"), ("engaged", "in to"),
        ("interested", "in"), ("absent", "from"), ("independent", "of from"),
    )
    for preposition in prepositions.split()
)  # fmt: skip
