"""Words and phrases that tell lists, headings, links and references from sentences."""

SMALL_WORDS = frozenset(
    """a an the and or of in on at to for from by with as vs versus de la le du des del der die das van von und et y e da
    di do per into over under no nor but through between among within without via""".split()
)
"""Words that stay in lower case in a title."""

FINITE_VERBS = frozenset(
    """is are was were be been has have had do does did can could may might will would shall should must ought
    arose became become began begun bent bit bled blew bore born bought bound bred broke broken brought built burnt came
    caught chose chosen clung come cost crept cut dealt dies died drank drew drawn driven drove drunk dug eaten fed fell
    felt fled flew flown forbade forgot fought found froze gave given goes gone got grew grown heard held hid hit hung hurt
    kept knelt knew known laid lain lay led left lent lies lit lost made meant met paid put quit ran rang read rid rode rose
    said sang sank sat saw seen sent set shone shook shot showed shown shut slept slid sold sought spent split spoke spoken
    spread sprang stole stood strove struck stuck sung sunk swam swept swore taken taught thought threw thrown told took
    tore understood went wept withdrew woke won wore worn wove wrote written""".split()
)
"""Forms of verbs that end neither in -ed nor in -s, and participles that state something without a verb."""

NAVIGATION = (
    r"See (?:also|the|section|figure|table|chapter|above|below|https?|for|main|full|more|all|list)\b",
    r"(?:Main|Full|Related) (?:articles?|pages?|topics?)\b",
    r"Further (?:information|reading)\b",
    r"For (?:other|more|further) (?:uses|information|details)\b",
    r"Not to be confused with\b",
    r"(?:Jump|Skip|Back|Return) to (?:the )?(?:top|home|main|content|navigation|search|list|article|index)\b",
    r"Click (?:here|on|the)\b",
    r"(?:Read|Learn|Show|Load|View|See) (?:more|all)\b",
    r"Share (?:this|on)\b",
    r"Follow us\b",
    r"(?:Sign (?:up|in)|Log ?in|Subscribe) (?:to|for|with|now|here|or)\b",
    r"All rights reserved\b",
    r"Copyright (?:©|\(c\)|\d{4}|notice)",
    r"©",
    r"(?:Terms of (?:use|service)|Privacy policy|Contact us|Table of contents|External links?)\b",
    r"Page \d+(?: of \d+| Page\b|\W*\Z)",
    r"Last (?:updated|modified|reviewed|edited)\b",
    r"(?:Previous|Next) (?:page|article|post|chapter)\b",
    r"(?:Categor(?:y|ies)|Tags?):",
    r"Retrieved from\b",
    r"Home\s*[>»|]",
    r"This page (?:was|is)\b",
    r"Download (?:the|this|now|as|here)\b",
    r"Visit (?:the|our|https?)\b",
)
"""How lines begin that send the reader elsewhere (patterns)."""

REFERENCE_SIGNS = (
    r"\b(?:ISBN|ISSN|OCLC|PMID|doi|arXiv)\b",
    r"\bpp?\.\s?\d",
    r"\b[Vv]ol(?:ume|\.)\s?\d",
    r"\(\d{4}[a-z]?\)\.",
    r"\bet al\b",
    r"\b(?:Retrieved|Accessed|Archived)\b",
    r"\b\d+\s?\(\d+\)\s?:\s?\d",
    r"\b\d+: \d+[–-]\d+",
    r"\(eds?\.",
    r"\bUniversity Press\b",
    r"\A\W{0,4}[A-Z][\w’'-]+, (?:[A-Z]\.[ ,]?)+",
    r"\A\[\d+\]",
    r"\A\d+\.?\s\^",
    r"\^ ",
    r"\bJournal of\b",
    r"\bProc\.",
    r"\bIn: ",
)
"""What stands in an entry of a bibliography (patterns)."""

REFERENCE_HINTS = (
    *(
        "ISBN",
        "ISSN",
        "OCLC",
        "PMID",
        "doi",
        "arXiv",
        "p. ",
        "pp.",
        "p.1",
        "ol. ",
        "olume ",
        "et al",
        "Retrieved",
    ),
    *("Accessed", "Archived", ").", "):", "(ed", "Press", "Journal of", "Proc.", "In: ", "^ "),
)
"""One of these stands in every reference: looking for them is far cheaper than the patterns."""
