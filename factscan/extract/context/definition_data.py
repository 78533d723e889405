"""The words that a definition's noun phrase is read with."""

STOPS = frozenset(
    """in of from by on at for to with about based that which who whom whose where when as during near between within
    under until since after before through along among including such than not it he she they is was are were has
    had set made held born found built consisting featuring containing living working serving playing competing
    affecting involving located known best currently used written whereby wherein , ; : ( ) — – over against into
    upon across off onto around down up out representing providing offering using covering showing dealing specializing
    specialising connecting operating belonging describing comprising encompassing performing aiming seeking""".split()
)
"""Words and marks at which the phrase after "is a" is over."""

KINDS = frozenset(
    """type kind form species genus subspecies family class member one group part variety set number series term style
    branch method subtype pair""".split()
)
"""Nouns that say little before "of": in "a type of moth" the class is the moth."""

NUMBERS = frozenset(
    """first second third fourth fifth sixth seventh eighth ninth tenth only last latest""".split()
)
"""No part of a class: "the first novel"."""

DIRECTIONS = frozenset(
    """north south east west northeast northwest southeast southwest just close near""".split()
)
"""After the noun, no noun: "a village west of …"."""

ADJECTIVE_NOUNS = frozenset(
    """musical festival hospital canal capital criminal general professional mechanic critic medic academic comic
    republic clinic fabric music logic politician musician mathematician physician historian librarian civilian
    guardian comedian magician technician pediatrician journal principal individual material mineral animal
    vegetarian veterinarian statistician theologian family ally assembly monopoly anomaly fly butterfly library
    secretary dictionary tributary missionary contemporary dish fish electrician tactician metal signal rival
    arrival survival manual ritual seminary sanctuary estuary antibiotic epidemic topic mosaic cleric olympian
    paralympian""".split()
)
"""Nouns that end like adjectives."""

OFFICES = frozenset(
    """king queen emperor empress pope bishop archbishop abbot abbess duke duchess count countess earl prince princess sultan caliph
    governor mayor president chairman chairwoman director professor head chief captain commander regent ruler member
    King Queen Emperor Pope Bishop Archbishop Prince Duke Governor Mayor President Chairman Director Professor Dean Prime Minister""".split()
)
"""What one is without an article: "was king of the Visigoths"."""
