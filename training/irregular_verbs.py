"""English irregular verbs: a treebank of a third of a million words does not show them all."""

# base past participle; alternatives after a stroke
_VERBS = """
arise arose arisen; awake awoke awoken; bear bore born/borne; beat beat beaten; become became become;
befall befell befallen; beget begot begotten; begin began begun; behold beheld beheld; bend bent bent;
beseech besought besought; beset beset beset; bid bade/bid bidden/bid; bind bound bound; bite bit bitten;
bleed bled bled; blow blew blown; break broke broken; breed bred bred; bring brought brought; build built built;
burn burnt burnt; buy bought bought; catch caught caught; choose chose chosen; cling clung clung;
come came come; creep crept crept; deal dealt dealt; dig dug dug; dive dove dived; draw drew drawn;
dream dreamt dreamt; drink drank drunk; drive drove driven; dwell dwelt dwelt; eat ate eaten; fall fell fallen;
feed fed fed; feel felt felt; fight fought fought; find found found; flee fled fled; fling flung flung;
fly flew flown; forbid forbade forbidden; forget forgot forgotten; forgive forgave forgiven;
forsake forsook forsaken; freeze froze frozen; get got gotten/got; give gave given; go went gone;
grind ground ground; grow grew grown; hang hung hung; hear heard heard; hide hid hidden; hold held held;
keep kept kept; kneel knelt knelt; know knew known; lay laid laid; lead led led; lean leant leant;
leap leapt leapt; learn learnt learnt; leave left left; lend lent lent; light lit lit; lose lost lost;
make made made; mean meant meant; meet met met; mow mowed mown; pay paid paid; plead pled pled;
prove proved proven; ride rode ridden; ring rang rung; rise rose risen; run ran run; saw sawed sawn; say said said;
see saw seen; seek sought sought; sell sold sold; send sent sent; sew sewed sewn; shake shook shaken;
shave shaved shaven; shear shore shorn; shine shone shone; shoot shot shot; show showed shown;
shrink shrank/shrunk shrunk/shrunken; sing sang sung; sink sank/sunk sunk/sunken; sit sat sat; slay slew slain;
sleep slept slept; slide slid slid; sling slung slung; slink slunk slunk; smell smelt smelt; sow sowed sown;
speak spoke spoken; speed sped sped; spell spelt spelt; spend spent spent; spill spilt spilt; spin spun/span spun;
spit spat spat; spoil spoilt spoilt; spring sprang/sprung sprung; stand stood stood; steal stole stolen;
stick stuck stuck; sting stung stung; stink stank stunk; strew strewed strewn; stride strode stridden;
strike struck struck/stricken; string strung strung; strive strove striven; swear swore sworn; sweep swept swept;
swell swelled swollen; swim swam swum; swing swung swung; take took taken; teach taught taught; tear tore torn;
tell told told; think thought thought; thrive throve thriven; throw threw thrown; tread trod trodden;
understand understood understood; wake woke woken; wear wore worn; weave wove woven; weep wept wept;
win won won; wind wound wound; wring wrung wrung; write wrote written
"""
_PREFIXES = ("out", "over", "under", "re", "un", "fore", "with", "mis")


def irregular_forms() -> dict[str, str]:
    """Past tense or participle → base form, also of the prefixed verbs ("underwent" → "undergo")."""
    forms: dict[str, str] = {}
    for entry in _VERBS.split(";"):
        base, past, participle = entry.split()
        for form in {*past.split("/"), *participle.split("/")} - {base}:
            forms[form] = base
            forms.update({prefix + form: prefix + base for prefix in _PREFIXES})
    return forms
