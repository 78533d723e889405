"""Function words by which English is told from other languages."""

ENGLISH = frozenset(
    """the of and to in a is was by for with on as at from an are were that it its his her their he she they which who
    this be has had have not or but been also than into after there these when where while during between through about
    such both because if can may will would could should must do does did no so all any some more most other only one
    two we you i my your our me him us them then here what how why up out over under per each very just now under upon
    against before since until although though however within without along among several many much few those whose
    like include includes included including contain contains used often usually""".split()
)
"""The commonest words of English text: about two words of five."""

FOREIGN = (
    frozenset(
        """der die das und ist nicht ein eine einer eines dem den des von zu mit auf für im sich auch als wie bei nach wird
    werden wurde sind oder aus
    le la les et est une du dans pour que qui sur au aux avec ce cette ses sont pas ne il elle par plus ont été
    el los las y por con una del se su lo como más pero fue son al está esta
    di che il non per della dell delle dei gli nel nella sono alla anche
    o os da do em um uma não dos das na no ao foi mais são
    het een dat niet zijn van op ook maar deze voor met te
    och att som är på det av inte var till en för med den
    og ikke til af jeg på ble ved
    nie się jest że na oraz przez był jako dla
    je na se že které jsou byl ve
    ja on ei se että oli mutta myös
    és hogy az nem egy volt meg
    ve bir bu için ile olarak
    yang dan di dengan untuk adalah dari pada ini itu tidak
    și este sau din pe cu care
    và là của có cho được trong""".split()
    )
    - ENGLISH
)
"""Function words of other languages of the Latin alphabet that are no common words of English."""
