"""Words after which a full stop says little, and words that begin sentences."""

NEVER_FINAL = frozenset(
    """mr mrs ms mx messrs dr prof rev fr hon gen lt col maj capt cmdr cpl sgt pvt adm brig gov sen rep pres supt st ste mt
    ft sta e.g i.e eg ie cf vs v viz approx esp incl lit trans transl pseud née al. e.g., i.e., a.k.a nr msgr mlle
    mme ens ald""".split()
)
"""Never the last word of a sentence: titles before names, and words that introduce what they explain."""

BEFORE_NUMBERS = frozenset(
    """no nos n p pp vol vols ch chs chap sec secs sect fig figs art arts ser ed eds op par para pt pts ver v c ca circa b
    d r fl app eq eqs ref refs nr bk cl col ln l § stat tel ext cap reg""".split()
)
"""Abbreviations only if a number follows ("No. 5"; but "He said no. Five left")."""

MONTHS = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun".split()
)

SOMETIMES_FINAL = frozenset(
    """inc ltd co corp bros llc plc jr sr esq etc al ave blvd rd dept univ assn assoc est div dist govt mfg natl intl bldg
    cir ct hwy mtn pkwy sq ph.d b.a m.a m.d b.s m.s b.sc m.sc d.d ll.b ll.d ed.d a.m p.m b.c a.d b.c.e c.e u.s u.k
    u.n e.u d.c n.y l.a u.s.a u.s.s.r d.phil ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn
    miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo min max avg temp ext tel cal dim subg gen sp spp
    var subsp f""".split()
)
"""May end a sentence: they do when a word follows that begins sentences."""

LETTERED = frozenset(
    """type types class vitamin vitamins hepatitis group groups grade level plan section part phase category appendix
    figure table chapter factor influenza option step schedule schedules exhibit division league serie protein war volume
    book act title article zone line unit block stage round pool""".split()
)
"""Nouns that a single capital letter belongs to: a stop after it ends the sentence ("type A.", "World War I.")."""

STARTERS = frozenset(
    """The A An He She It They We You I In On At By For From With To Of As After Before During Since Until While When Where
    Why How What Who Which This That These Those There Here His Her Its Their Our My Your However Although Though
    Because If Unless But And Or So Yet Nor Not No Also Then Thus Therefore Hence Moreover Furthermore Meanwhile
    Later Today Some Many Most Several Both Each Every All Any Other Another One Two Three First Second Finally
    Under Over Upon Between Among About Despite Following Once Through Throughout Within Without Instead Like Such
    According Based Born Due Early Late Are Is Was Were Has Have Had Do Does Did Can Could May Might Will Would
    Should Originally Currently Initially Eventually Subsequently Unlike Among Only Even Nevertheless Nonetheless
    Now Soon Perhaps People Signed""".split()
)
"""Words that, capitalised, begin sentences far more often than they go on with a name."""
