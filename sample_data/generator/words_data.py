"""Word lists and syllables from which the invented names and terms are made."""

FEMALE = (
    "Mara Ilse Tamsin Brenna Odile Katrin Selma Ysolde Hedda Livia Marta Anneke Dorit Elin Freya Gisela Helka Ingrid Jonna Karin "
    "Lotta Minna Nadia Oriel Petra Ragna Sanna Thea Ulla Vera"
).split()
MALE = (
    "Anders Bertil Conrad Dirk Emil Frode Gustav Halvar Ivar Jorin Kasper Leif Magnus Nils Oskar Pavel Quentin Rolf Stellan Tobias "
    "Ulric Viktor Walter Yannick Zeno Aldo Bruno Casimir Edvin Felix"
).split()
SURNAME_HEADS = "Vel Kar Dros Hal Bran Mer Tol Lind Ras Gor Stav Hul Fen Drev Pel Bor Nym Wes Zan Cor Jas Lor Rem Sil Tam".split()
SURNAME_TAILS = "den sen mann quist berg over lund eck holt vard stra gaard etti oux ander inger olm ivar aldi ensky owitz arsson".split()
PLACE_HEADS = "Tor Kel Ves Gris Ald Skar Hem Orn Bryd Lom Dag Fjel Hav Rom Sund Tind Ulm Vin Yst Zel Ask Bal Dun Esk Grod".split()
PLACE_TAILS = "vik mouth haven stad ford minster bridge anger nes burg hamn wick dale mere gate".split()
COUNTRY_HEADS = "Norr Kelov Varn Tolm Arv Bresk Estr Drom Halv Lusk Mord Osk".split()
REGIONS = ["Western Arvenia", "Eastern Arvenia", "Southern Meridia", "Northern Meridia", "Central Ostara"]
DISEASE_HEADS = (
    "varn kelm tor mel drus lep osk phar gly nar bron hest cal rhed pol myr sten ulc vas zyg".split()
)
DISEASE_TAILS = "osis itis agria emia opathy uria algia asis".split()
DRUG_HEADS = "Zelo Tari Mevo Pradi Lumo Corvi Naxo Bexi Feno Gali Hydri Ketro Oxa Seri Vani Arto Clima Dola Isto Pyra".split()
DRUG_TAILS = "mine stat pril cillin zole tane vir dine xan mab".split()
FIRM_HEADS = (
    "Ax Brel Cad Dyn Elv Flux Grav Hyl Ion Jov Kry Lum Myn Nex Orb Pell Quor Rift Syn Tesk Umb Vex Wyr Zeph Ard Bin Cryst Dax Ferr "
    "Galv Hex Ind Kor Lith Mag Nov Opt Prax Quant Sol"
).split()
FIRM_TAILS = "on ex ara ite ura ium odyne etta oria alis ova inex andra iq eon itron".split()
FIRM_WORDS = "Systems Works Instruments Motors Dynamics Industries Robotics Electric".split()
SOFTWARE_TAILS = "base kit script desk flow store cast mesh lang".split()
WORK_ADJECTIVES = (
    "Silent Winter Crimson Hollow Distant Broken Golden Frozen Northern Hidden Bitter Sunken Quiet Ashen Restless Paper Copper Amber "
    "Sleeping Endless"
).split()
WORK_NOUNS = (
    "Harbour Bridges Lanterns Orchard Meadow Rivers Castle Garden Horizon Mirror Forest Tides Letters Voyage Shadows Cathedral Island "
    "Summer Clocks Echo"
).split()
OCCUPATIONS = (
    "chemist engineer painter composer botanist architect historian poet physician mathematician geologist journalist sculptor lawyer "
    "explorer astronomer novelist linguist surgeon photographer"
).split()
POSTS = ["mayor", "governor", "harbour master", "chief librarian", "treasurer"]
SOCIETIES = [
    "Society of Letters",
    "Academy of Sciences",
    "Geographical Society",
    "Guild of Engravers",
    "Botanical Society",
]
PRIZE_KINDS = ["Medal", "Prize", "Award"]
ORGANS = [
    "liver",
    "kidneys",
    "retina",
    "inner ear",
    "thyroid gland",
    "spinal cord",
    "skin",
    "pancreas",
    "lungs",
    "stomach",
]
SYMPTOMS = (
    "fever|joint pain|night blindness|hair loss|muscle weakness|hearing loss|nausea|chronic fatigue|headaches|skin rashes|vomiting|"
    "chest pain|weight loss|tremors|swollen glands|dizziness|dry cough|insomnia"
).split("|")
DISORDERS = [
    "rare disorder", "chronic disease", "inherited disorder", "metabolic disorder", "infectious disease", "degenerative disease",
]  # fmt: skip
CARRIERS = ["ticks", "mosquitoes", "sand flies", "rodents", "contaminated water", "raw milk"]
THERAPIES = [
    "physiotherapy",
    "bed rest",
    "light therapy",
    "surgery",
    "a low-salt diet",
    "blood transfusions",
    "iodine tablets",
]
DRUG_KINDS = [
    "antibiotic",
    "painkiller",
    "antiviral drug",
    "sedative",
    "anticoagulant",
    "anticonvulsant",
    "anaesthetic",
]
ACT_TOPICS = (
    "Harbour|Fisheries|Forestry|Lighthouse|Railway|Water|Mining|Pensions|Schools|Census|Customs|Grain|Coinage|Libraries|Bridges|Canal|"
    "Quarry|Ferry|Timber|Salt"
).split("|")
ACT_KINDS = ["tax law", "safety law", "trade law", "planning law", "labour law", "licensing law"]
SCOPES = [
    "fishing boats", "coal mines", "public schools", "steam ferries", "timber yards", "grain mills", "stone quarries", "private railways",
]  # fmt: skip
BANS = [
    "night fishing",
    "child labour",
    "open fires",
    "toll roads",
    "lead paint",
    "seal hunting",
    "secret ballots",
    "private lotteries",
]
FIRM_KINDS = [
    "software company", "shipping company", "chemical company", "engineering firm", "robotics company", "battery company",
]  # fmt: skip
GOODS = [
    "water pumps",
    "wind turbines",
    "radio masts",
    "tram engines",
    "glass fibres",
    "medical scanners",
    "gear boxes",
    "solar panels",
]
SOFTWARE_KINDS = [
    "text editor",
    "database",
    "web browser",
    "spreadsheet program",
    "mail client",
    "drawing program",
    "compiler",
]
BOOK_KINDS = ["novel", "memoir", "travel book", "play", "biography", "poetry collection"]
FILM_KINDS = ["film", "documentary", "comedy film", "silent film", "war film", "crime film"]
FEATURES = ["spell checking", "syntax colouring", "voice input", "batch printing", "file encryption"]
LANGUAGES = "Kella Mondix Raskium Obereth Tylo Kellix Mondo Raska Oberium Tyleth".split()
SYSTEMS = "OrbOS Nimux Solix VekDOS Hexos Nimos Orbix Solux".split()
MONTHS = "January February March April May June July August September October November December".split()
