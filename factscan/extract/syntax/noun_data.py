"""Nouns and adjectives that say what kind of thing, role, origin or judgement a predicate is."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DEMONYMS = _words(
    """Afghan African Albanian Algerian American Andorran Angolan Antiguan Arab Arabian Argentine Argentinian Argentinean Armenian Asian Assyrian
    Australian Austrian Azerbaijani Azeri Babylonian Bahamian Bahraini Bangladeshi Barbadian Basque Batswana Bavarian Belarusian Belgian Belizean
    Beninese Bermudian Bhutanese Bohemian Bolivian Bosnian Brazilian Breton British Bruneian Bulgarian Burkinabé Burmese Burundian
    Byzantine Cambodian Cameroonian Canadian Catalan Celtic Chadian Chechen Chilean Chinese Colombian Congolese Cornish Corsican Croatian Croat
    Cuban Cypriot Czech Czechoslovak Czechoslovakian Dalmatian Danish Dominican Dutch Ecuadorian Egyptian Emirati English Eritrean Estonian
    Ethiopian European Fijian Filipino Finnish Flemish French Frisian Gabonese Galician Gambian Genoese Georgian German Ghanaian Greek Grenadian
    Guatemalan Guinean Guyanese Haitian Hawaiian Hellenic Honduran Hungarian Icelandic Indian Indonesian Iranian Iraqi Irish Israeli
    Italian Ivorian Jamaican Japanese Jewish Jordanian Kazakh Kazakhstani Kenyan Korean Kosovan Kurdish Kuwaiti Kyrgyz Laotian Latvian
    Lebanese Liberian Libyan Lithuanian Luxembourgish Luxembourgian Macedonian Malagasy Malawian Malaysian Malay Maldivian Malian Maltese Manx Mauritanian
    Mauritian Mexican Moldovan Moldavian Monegasque Mongolian Mongol Montenegrin Moroccan Mozambican Namibian Nepalese Nepali Nicaraguan
    Nigerian Nigerien Norse Norwegian Omani Ottoman Pakistani Palestinian Panamanian Paraguayan Persian Peruvian Phoenician Polish Portuguese Prussian
    Qatari Romanian Romani Roman Russian Rwandan Salvadoran Salvadorian Samoan Sardinian Saudi Saxon Scandinavian Scots Scottish Senegalese Serbian Serb Sicilian
    Sinhalese Slovak Slovakian Slovene Slovenian Somali Soviet Spanish Sudanese Surinamese Swazi Swedish Swiss Syrian Taiwanese Tajik Tamil
    Tanzanian Tatar Thai Tibetan Togolese Tongan Trinidadian Tunisian Turkish Turkmen Ugandan Ukrainian Uruguayan Uzbek Vanuatuan
    Venetian Venezuelan Vietnamese Welsh Yemeni Yugoslav Yugoslavian Zambian Zimbabwean"""
)

# two-word demonyms: the last word, and what may stand before it
DEMONYM_FIRST = _words(
    "South North East West Sri Costa Puerto Saudi New Northern Equatorial Cape Hong San Sierra African"
)
DEMONYM_LAST = _words("Lankan Rican Arabian Zealand Zealander Verdean Leonean Marinese")
# "American football" is played by Canadians too
NO_DEMONYM_BEFORE = _words(
    "football medium Catholic numeral numerals Ocean Orthodox Empire language rules roulette civilization mythology"
)

# adjectives with the endings of nationalities that tell of faith, style or time
NO_ORIGIN = _words(
    """Gaelic Catholic Christian Presbyterian Lutheran Anglican Episcopalian Puritan Islamic Buddhistic Gothic Romantic Olympic Paralympic
    Atlantic Antarctic Arctic Victorian Edwardian Georgian Elizabethan Jacobean Shakespearean Hegelian Marxian Darwinian Freudian
    Hispanic Republican Democratic Academic Civic Public Republican Unitarian Wesleyan Zoroastrian Orthodox Classic Asian-American"""
)

EVALUATIVE = _words(
    """good great best better fine finest greatest beautiful brilliant wonderful excellent outstanding remarkable notable famous popular
    important prominent leading influential renowned celebrated legendary iconic acclaimed premier top amazing magnificent superb splendid
    stunning impressive terrible awful bad worst worse poor perfect ideal fascinating interesting extraordinary exceptional
    distinguished eminent respected noted well-known trivial easy hard difficult useful lovely charming delightful pretty nice
    simple big real true wrong right happy sad"""
)

PLACE_NOUNS = _words(
    """village town city municipality commune hamlet suburb neighbourhood neighborhood district county province region state country
    river lake mountain hill island peninsula valley bay creek stream glacier desert forest park reserve settlement community township
    parish borough ward area locality place port harbor harbour station airport railway road street bridge building house church castle
    cathedral museum school university college hospital stadium theatre theater hotel palace tower temple mosque monastery abbey
    cemetery farm mine dam canal lighthouse fort fortress ruin site monument volcano peak pass cape beach waterfall spring cave
    plateau plain ridge home mansion farmhouse dwelling library prison mall skyscraper estate territory capital constituency company
    club organization organisation institute institution newspaper magazine group seminary academy gymnasium"""
)

WORK_NOUNS = _words(
    """film movie documentary album song single novel book play poem story opera symphony series show sitcom episode game videogame magazine
    newspaper journal painting sculpture essay memoir autobiography biography comic manga anime musical ballet EP ep compilation soundtrack
    drama comedy thriller western track record mixtape anthology collection report study article paper work composition concerto sonata
    novella trilogy cartoon short telefilm miniseries soap studio live mural photograph fresco building design"""
)

ROLE_NOUNS = _words(
    """president chairman chairwoman chair chairperson director ceo officer executive manager head leader secretary minister governor mayor
    senator representative deputy vice-president premier chancellor ambassador commissioner commander general admiral captain colonel bishop
    archbishop cardinal pope king queen emperor duke prince princess count earl baron sultan khan treasurer speaker judge justice professor
    dean rector principal provost lecturer fellow coach editor publisher founder co-founder owner curator conductor
    member councillor councilor spokesman spokesperson spokeswoman partner trustee superintendent administrator prefect consul
    co-chair chief sheriff attorney marshal abbot prior bassist guitarist drummer singer vocalist keyboardist frontman host anchor producer"""
)

AWARD_NOUNS = _words(
    """prize award awards medal order cross fellowship scholarship trophy medallion laurel honour honor oscar emmy grammy
    prizes medals bafta"""
)

# noun -> the prepositions under which it relates two things
_OF = ("of",)
_OF_TO = ("of", "to")
RELATIONAL_NOUNS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        """capital population area father mother parent son daughter child brother sister sibling uncle aunt nephew niece cousin
        grandson granddaughter grandfather grandmother wife husband spouse widow author founder co-founder owner inventor discoverer
        member part subsidiary division tributary branch suburb seat headquarters county-seat student pupil disciple successor
        predecessor cause symptom complication side-effect treatment synonym antonym component ingredient
        graduate alumnus alumna native resident citizen winner recipient name author creator developer publisher
        composer designer architect patron namesake birthplace hometown ancestor descendant site location home
        subspecies adaptation sequel prequel remake
        translation opposite contemporary colleague friend rival ally enemy victim survivor veteran""".split(),
        _OF,
    ),
    **dict.fromkeys(
        "heir successor predecessor sequel prequel alternative sister ambassador".split(), _OF_TO
    ),
}

# nouns that only classify what their complement names
CLASSIFIERS = _words(
    "kind type sort form variety species genus group class set series family branch member part one number piece type"
)

TAXA = _words(
    "family genus subfamily order class tribe phylum subgenus species suborder superfamily subtribe league division conference"
)

# what happens to somebody or something, and the question its date answers
EVENT_DATES = {
    **dict.fromkeys(
        "establishment foundation founding inception formation creation incorporation".split(),
        "founding date",
    ),
    **dict.fromkeys("opening start beginning launch inauguration".split(), "start date"),
    **dict.fromkeys("closure dissolution abolition demolition closing".split(), "end date"),
    **dict.fromkeys("publication release".split(), "publication date"),
    "death": "death date",
    "birth": "birth date",
    "construction": "construction date",
    "completion": "completion date",
    "premiere": "premiere date",
    "graduation": "graduation date",
    "retirement": "retirement date",
    "marriage": "marriage date",
    "election": "election date",
    "discovery": "discovery date",
    "independence": "independence date",
}

PEOPLE = _words(
    """people person child wife king queen those one poet nun clergy priest monk pilot athlete nurse spy
    diplomat bishop cardinal midwife missionary baritone soprano tenor scientist ace model rabbi imam saint
    martyr knight star personality expert scholar student graduate architect advocate mathematician
    headmistress actress princess duchess countess empress heiress hostess chef lord lady earl duke baron
    prince pope sultan shah emir aristocrat academic mystic critic cleric mechanic medic guru figure hero
    youth orphan widow president resident agent patient client parent opponent descendant immigrant emigrant
    participant inhabitant merchant servant assistant lieutenant accountant consultant attendant tenant
    sergeant commandant infant giant tyrant peasant applicant contestant defendant occupant aspirant
    claimant informant combatant protestant adolescent dissident superintendent correspondent respondent
    adherent proponent regent recipient constituent vice-president co-founder businessperson chairperson
    salesperson spokesperson sportsperson human native journalist son daughter brother sister mother father
    uncle aunt nephew niece cousin grandson granddaughter baby boy girl man woman husband friend guest
    colleague citizen civilian politician celebrity amateur professional apprentice intern recruit cadet
    nobleman monarch emperor deity god goddess prophet apostle disciple pupil alumnus alumna laureate
    prodigy bride groom virtuoso maestro comedienne waitress sorceress governess mistress slave thief cook
    guard guide pirate bandit rebel suspect convict criminal witness victim refugee exile nomad pioneer
    hermit eunuch concubine courtier mayor sheriff judge coach rapper"""
)

# things with the endings of people
THINGS = _words(
    """number letter paper water river power order border chapter winter summer center theater tower flower
    computer chamber corner layer matter quarter disorder cancer october september november december fiber
    fibre liver finger shoulder weather feather leather butter copper silver timber lumber rubber cover
    counter cluster cylinder character diameter parameter meter metre perimeter thermometer barometer filter
    fever dinner supper shower powder pepper ginger tender gender gutter ladder bladder litter manner
    monster newspaper oyster panther spider tiger otter hamster beaver badger lobster poster prayer proper
    quaver roller router server printer scanner sticker sweater tanker thunder timer toner trailer transfer
    transformer trigger tuber ulcer wafer whisker wonder danger folder header footer marker buffer parser
    compiler interpreter handler wrapper iterator container helper loader pointer register identifier
    specifier modifier integer after former latter over under other another either neither rather never ever
    however together amber antler barrier beer blister boulder boiler career caterpillar charter cider
    clover cracker crater cruiser destroyer freighter steamer liner bomber helicopter decoder encoder deer
    disaster dresser easter encounter eraser fertilizer freezer frontier glacier glitter hammer heater
    holder hunger jumper laser lever locker lucifer mixer motorcycler neuter offer pier plaster platter
    polymer polyester primer propeller radiator razor reactor receiver reminder remainder rudder scooter
    semester shutter slaughter slider spoiler stapler starter stopper streamer surrender taper temper
    terrier toaster tractor transistor tumor tumour motor factor vector sector color colour floor door error
    sensor mirror horror terror humor humour honor honour labor labour favor favour flavor flavour odor
    odour vapor vapour harbor harbour armor armour behavior behaviour corridor interior exterior anterior
    posterior indicator generator elevator escalator calculator simulator accelerator carburetor capacitor
    resistor inductor detector projector refrigerator ventilator denominator separator allocator selector
    rotor stator alligator equator metaphor meteor major minor prior list mist fist wrist twist checklist
    playlist waist moist thrift talisman ottoman roman german median meridian obsidian amphibian reptilian
    crustacean devonian permian precambrian victorian edwardian gregorian italian canadian australian super
    browser refer tier adapter amplifier beeper blender blinker booster buzzer charger chowder clipper
    cloister cooler copier coaster cutter dagger dimmer drawer drier dryer dumpster duster fastener fender
    flicker flyer foyer girder glider goiter grinder gunpowder hanger hangover heifer hopper hinder inner
    jabber juniper lavender laver layover lighter limber loafer outer pamper pager peeler piper planer
    plunger poker poplar pouter pucker pullover quiver rafter render rejoinder rooster rotter sampler saucer
    scatter sewer shelter shaver silencer sinker skewer sliver slumber snicker sober soccer solder spatter
    sprinkler squalor stagger stairlifter stander strainer stroller takeover thriller ticker tinder tumbler
    turnover twister upper utter vesper viper voucher waster wader whimper wither zipper zither"""
)
