"""Words whose plural, feminine or conjugation changes more than their end → the word that a search takes them for.

The twin of `theme/static/js/search/irregular.js`. Folded words, without accents. Left out on purpose: forms that are
first of all another noun (« mise », « prise », « revenu », « venue »).
"""

from __future__ import annotations

PLURALS = {
    "baux": "bail", "travaux": "travail", "vitraux": "vitrail", "coraux": "corail", "emaux": "email", "soupiraux": "soupirail",
    "vantaux": "vantail", "yeux": "oeil", "cieux": "ciel", "aieux": "aieul", "egaux": "egal", "maux": "mal", "tuyaux": "tuyau",
    "joyaux": "joyau", "noyaux": "noyau", "boyaux": "boyau", "etaux": "etau", "messieurs": "monsieur", "mesdames": "madame",
    "mesdemoiselles": "mademoiselle", "materiaux": "materiau", "ideaux": "ideal", "oraux": "oral", "aulx": "ail",
}  # fmt: skip
# Feminines that no rule makes, singular; their plural is read too.
FEMININES = {
    "publique": "public", "vieille": "vieux", "nouvelle": "nouveau", "belle": "beau", "folle": "fou", "jumelle": "jumeau",
    "veuve": "veuf", "active": "actif", "inactive": "inactif", "boulangere": "boulanger", "bouchere": "boucher",
    "etrangere": "etranger", "passagere": "passager", "menagere": "menager",
}  # fmt: skip
# Infinitive without its prefix, prefixes (« - » for none), forms without them. Some nouns say the same: « inscription ».
VERBS = (
    ("scrire", "in sou pre trans circon", "scris scrit scrits scrite scrites scrivent scrivait scrivaient scrivons scrivez scription scriptions"),
    ("crire", "e de", "cris crit crits crite crites crivent crivait crivaient crivons crivez scription scriptions"),
    ("cevoir", "re de con per aper", "cois coit coivent cu cue cus cues cevait cevaient cevons cevez cevra cevront cevrait"),
    ("tenir", "- abs appar con de entre main ob re sou", "tiens tient tiennent tiendra tiendront tenu tenue tenus tenues tenait tenaient tenons tenez"),
    ("venir", "- inter de par con pre pro sur sub sou", "viens vient viennent viendra viendront venu venus venait venaient venons venez"),
    ("prendre", "- ap com re entre sur", "prend prends prennent prenait prenaient prenons prenez"),
    ("prendre", "ap com sur", "pris prise prises"),
    ("mettre", "- ad com per pro sou trans re", "mettent mettait mettaient mettons mettez mettra mettront"),
    ("mettre", "ad pro sou trans", "met mets mis mise mises"),
    ("suivre", "- pour", "suit suivent suivi suivie suivis suivies suivait suivaient suivra"),
    ("connaitre", "- re", "connais connait connaissent connaissait connaissaient connu connue connus connues"),
    ("duire", "pro re con intro tra se", "duis duit duits duite duites duisent duisait duisaient duction ductions"),
    ("struire", "con in de", "struit struits struite struites struisent struisait struisaient struction structions"),
    ("dre", "ven per repon atten enten defen depen", "ds d dent du due dus dues dait daient dons"),
    ("ivre", "v surv", "is it ivent ivait ivaient ivons ivez"),
    ("ormir", "d end", "ors ort orment ormi ormait ormons"),
    ("ortir", "s", "ors ortent orti orties ortis ortait ortons"),
    ("lire", "- re", "lis lisent lisait lisons lisez"),
    ("oire", "b", "oit oivent"),
    ("yer", "pa essa envo netto", "ie ies ient iera"),
    ("ouvrir", "- re entr", "ouvre ouvres ouvrent ouvrait ouvraient ouvert ouverte ouverts ouvertes"),
)  # fmt: skip
# What is written with a figure is said as a word: « stage de 3ème » is « stage de troisième ».
ORDINALS = "premier second deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme".split()
WRITTEN = ("1er 1ere 1re", "2nd 2nde", *(f"{rank}e {rank}eme {rank}ieme" for rank in range(2, 11)))
REGULAR = (
    PLURALS
    | {
        form + plural: word
        for word, forms in zip(ORDINALS, WRITTEN, strict=True)
        for form in forms.split()
        for plural in ("", "s")
    }
    | FEMININES
    | {f"{feminine}s": masculine for feminine, masculine in FEMININES.items()}
    | {
        prefix.strip("-") + form: prefix.strip("-") + infinitive
        for infinitive, prefixes, forms in VERBS
        for prefix in prefixes.split()
        for form in forms.split()
    }
)
