"""One deliberately broken content folder: each file, why it is broken, and every message that it must get."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Broken:
    """A file of the folder and what the editor must be told of it, line by line."""

    why: str
    path: str
    data: bytes
    messages: tuple[str, ...]


def actor(**changes: str) -> str:
    """A right front matter, with some lines replaced (an empty text takes the key away)."""
    lines = {
        "titre": "titre: Acteur", "famille": "famille: etat", "nature": "nature: institution", "role": "role: aller-vers",
        "resume": "resume: Une phrase.", "statut": "statut: amorce", "verifie_le": "verifie_le: 2026-11-22",
    }  # fmt: skip
    return "---\n" + "".join(line + "\n" for line in (lines | changes).values() if line) + "---\nTexte.\n"


def _actor(why: str, name: str, *messages: str, **changes: str) -> Broken:
    changes.setdefault("titre", f"titre: {name}")
    return Broken(why, f"acteurs/{name}.md", actor(**changes).encode(), messages)


def _meeting(why: str, name: str, extra: str, *messages: str, body: str = "Texte.\n") -> Broken:
    text = f"---\ntitre: {name}\ndate: 2021-10-15\ninstance: juste\nparticipants: []\n{extra}---\n{body}"
    return Broken(why, f"reunions/{name}.md", text.encode(), messages)


def _page(why: str, path: str, text: str | bytes, *messages: str) -> Broken:
    return Broken(why, path, text.encode() if isinstance(text, str) else text, messages)


RIGHT = [
    _page("une famille juste", "familles/etat.md", "---\ntitre: État\n---\n"),
    _actor("un acteur juste", "juste"),
    _page("un axe juste", "feuille-de-route/alliance.md", "---\ntitre: Alliance\nnature: axe\n---\n"),
    _meeting("une réunion juste", "2021-10-15-juste", "constats:\n  - {id: c1, texte: Un constat.}\n"),
    _page(
        "BOM et fins de ligne CRLF : acceptés",
        "acteurs/bom.md",
        b"\xef\xbb\xbf" + actor(titre="titre: Bom").replace("\n", "\r\n").encode(),
    ),
]

BROKEN = [
    _page("fichier vide", "pages/vide.md", "", "1: fichier vide — écrire un en-tête entre deux lignes « --- », puis le texte"),
    _page("seulement des espaces", "pages/blanc.md", " \n\n", "1: fichier vide — écrire un en-tête entre deux lignes « --- », puis le texte"),
    _page("pas d'en-tête", "pages/sans-en-tete.md", "Bonjour.\n", "1: l'en-tête manque — la première ligne doit être « --- », suivie de « titre: … »"),
    _page("en-tête jamais fermé", "pages/ouvert.md", "---\ntitre: Ouvert\n", "1: l'en-tête n'est pas fermé — ajouter une ligne « --- » après la dernière clé"),
    _page("en-tête sans clé", "pages/en-tete-vide.md", "---\n---\nTexte.\n", "1: l'en-tête est vide — écrire au moins « titre: … »"),
    _page("en-tête qui est une liste", "pages/liste.md", "---\n- un\n- deux\n---\n", "1: l'en-tête doit être fait de lignes « clé: valeur »"),
    _page("encodage Latin-1", "pages/latin.md", "---\ntitre: Été\n---\n".encode("latin-1"), "2: le fichier n'est pas en UTF-8 — l'enregistrer avec l'encodage UTF-8 (un caractère accentué est illisible)"),
    _page("octet nul", "pages/octet.md", "---\ntitre: a\x00b\n---\n", "2: caractère de contrôle invisible (U+0000) — l'effacer"),
    _page("tabulation en retrait", "pages/tabulation.md", "---\ntitre: Tab\nsources:\n\t- un\n---\n", "4: une tabulation sert de retrait — la remplacer par deux espaces"),
    _page("deux-points non protégé", "pages/deux-points.md", "---\ntitre: Emploi: le guide\n---\n", "2: un « : » est mal placé — mettre la valeur entre guillemets, ou vérifier le retrait"),
    _page("guillemet ouvert", "pages/guillemet.md", "---\ntitre: \"Ouvert\n---\n", "2: un guillemet ouvert n'est pas fermé — le fermer sur la même ligne"),
    _page("crochet ouvert", "pages/crochet.md", "---\ntitre: Crochet\nredirections: [a, b\n---\n", "3: une liste entre crochets n'est pas fermée — ajouter « ] » ou une virgule"),
    _page("accolade ouverte", "pages/accolade.md", "---\ntitre: Accolade\nsources: {titre: x\n---\n", "3: une accolade n'est pas fermée — ajouter « } » ou une virgule"),
    _page("retrait irrégulier", "pages/retrait.md", "---\ntitre: Retrait\n ordre: 2\n---\n", "3: un « : » est mal placé — mettre la valeur entre guillemets, ou vérifier le retrait"),
    _page("deux-points oublié", "pages/sans-deux-points.md", "---\ntitre: Oubli\nresume une phrase\nordre: 2\n---\n", "3: il manque « : » après une clé — écrire « clé: valeur »"),
    _page("astérisque en tête de valeur", "pages/asterisque.md", "---\ntitre: *important\n---\n", "2: « * » au début d'une valeur a un sens en YAML — mettre la valeur entre guillemets"),
    _page("arobase en tête de valeur", "pages/arobase.md", "---\ntitre: @nous\n---\n", "2: ce caractère ne peut pas commencer une valeur — mettre la valeur entre guillemets"),
    _page("clé en double", "pages/double.md", "---\ntitre: Un\nordre: 1\ntitre: Deux\n---\n", "4: clé « titre » écrite deux fois (déjà ligne 2) — n'en garder qu'une"),
    _page("titre absent", "pages/sans-titre.md", "---\nordre: 1\n---\n", "2: « titre » manque — ajouter « titre: … »"),
    _page("titre vide", "pages/titre-vide.md", "---\ntitre: \"\"\n---\n", "2: « titre » est vide — écrire un texte ou enlever la clé"),
    _page("titre qui est une liste", "pages/titre-liste.md", "---\ntitre: [un, deux]\n---\n", "2: « titre » : un texte est attendu, lu « ['un', 'deux'] »"),
    _page("clé inconnue, proche d'une connue", "pages/cle.md", "---\ntitre: Clé\nresumé: x\n---\n", "3: clé inconnue « resumé » — écrire plutôt « resume »"),
    _page("nombre en lettres", "pages/nombre.md", "---\ntitre: Nombre\nordre: deux\n---\n", "3: « ordre » : un nombre entier est attendu, en chiffres, lu « deux »"),
    _page("nom d'une page construite", "pages/recherche.md", "---\ntitre: x\n---\n", " « recherche » est l'adresse d'une page construite par le site — choisir un autre nom de fichier"),
    _page("nom de fichier accentué", "pages/Été 2021.md", "---\ntitre: x\n---\n", " nom de fichier « Été 2021.md » — le nommer « ete-2021.md » (a-z, 0-9 et tirets)"),
    _page("mauvaise extension", "pages/notes.txt", "notes", " ce fichier ne sera pas lu — une page porte l'extension .md"),
    _page("dossier inconnu", "acteur/x.md", "---\ntitre: x\n---\n"),
    _page("fichier hors dossier", "seul.md", "---\ntitre: x\n---\n", " fichier hors de tout dossier de contenu — le ranger dans le dossier de son genre (acteurs, reunions…)"),
    _page("sous-dossier", "pages/sous/x.md", "---\ntitre: x\n---\n"),
    _actor("famille absente", "sans-famille", "2: « famille » manque — ajouter « famille: … »", famille=""),
    _actor("famille inconnue, proche", "famille-inconnue", "3: « famille » : famille inconnue « etats » — écrire plutôt « etat »", famille="famille: etats"),
    _actor("rôle inconnu", "role", "5: « role » : valeur inconnue « aller-ver » — écrire plutôt « aller-vers »", role="role: aller-ver"),
    _actor("nature inconnue", "nature", "4: « nature » : valeur inconnue « x » — choisir parmi : institution, reseau, instance, metier", nature="nature: x"),
    _actor("statut inconnu", "statut", "7: « statut » : valeur inconnue « amorcé » — écrire plutôt « amorce »", statut="statut: amorcé"),
    _actor("date française", "date", "8: « verifie_le » : « 22/11/2026 » n'est pas une date ; écrire par exemple 2026-03-12", verifie_le="verifie_le: 22/11/2026"),
    _actor("date impossible", "date-impossible", "8: « verifie_le » : « 2026-02-30 » n'est pas une date ; écrire par exemple 2026-03-12", verifie_le="verifie_le: 2026-02-30"),
    _actor("moitié d'adresse IPv6", "adresse-crochet", "9: « contact.site » : « https://[exemple.fr » n'est pas une adresse web ; écrire par exemple https://www.exemple.fr/", contact="contact: {site: 'https://[exemple.fr'}"),
    _actor("port qui n'est pas un nombre", "adresse-port", "9: « contact.site » : « https://exemple.fr:abc/ » n'est pas une adresse web ; écrire par exemple https://www.exemple.fr/", contact="contact: {site: 'https://exemple.fr:abc/'}"),
    _actor("adresse sans protocole", "adresse", "9: « contact.site » : « www.exemple.fr » n'est pas une adresse web ; écrire par exemple https://www.exemple.fr/", contact="contact: {site: www.exemple.fr}"),
    _actor("alias vide", "alias-vide", "10: « alias[1].forme » est vide — écrire un texte ou enlever la clé", alias="alias:\n  - \"\""),
    _actor("drapeau d'alias inconnu", "alias-drapeau", "9: clé inconnue « alias[1].case » — écrire plutôt « casse »", alias="alias: [{forme: XY, case: true}]"),
    _actor("oui ou non mal écrit", "alias-oui", "9: « alias[1].casse » : « peut-être » n'est ni oui ni non ; écrire true ou false", alias="alias: [{forme: XY, casse: peut-être}]"),
    _actor("noms dans le désordre", "noms", "9: « noms_successifs[1] » : commence le 2024-01-01 après avoir fini le 2023-01-01 — inverser les dates", noms="noms_successifs: [{nom: Ancien nom, depuis: 2024-01-01, jusqu_au: 2023-01-01}]"),
    _actor("délai nul", "delai", "9: « revoir_tous_les_mois » : le nombre est trop petit, lu « 0 »", delai="revoir_tous_les_mois: 0"),
    _actor("public mal écrit", "public", "9: « publics[1] » : « Résidents QPV » n'est pas un identifiant ; n'employer que a-z, 0-9 et des tirets simples, par exemple france-travail", publics="publics: [Résidents QPV]"),
    _actor("offre : point inconnu", "offre", "9: clé inconnue « offre.acceuil » — écrire plutôt « accueil »", offre="offre: {acceuil: x}"),
    _actor("territoire inconnu", "territoire", "9: « territoires[1] » : territoire inconnu « normendie » — écrire plutôt « normandie »", territoires="territoires: [normendie]"),
    _actor("ancienne adresse déjà prise", "redirection", "9: l'ancienne adresse « /acteurs/juste/ » est celle de contenu/acteurs/juste.md — l'enlever", redirections="redirections: [/acteurs/juste/]"),
    _page("titre sans mesure", "pages/long.md", f"---\ntitre: {'a' * 540}\n---\n", "2: « titre » compte 540 signes, 160 au plus — l'abréger ; le détail va dans le texte"),
    _actor("sigle sans mesure", "sigle-long", "9: « sigle » compte 200 signes, 160 au plus — l'abréger ; le détail va dans le texte", sigle=f"sigle: {'A' * 200}"),
    _actor("résumé sans mesure", "resume-long", "6: « resume » compte 3999 signes, 600 au plus — l'abréger ; le détail va dans le texte", resume=f"resume: {'mot ' * 1000}"),
    _actor("offre sans mesure", "offre-longue", "9: « offre.accueil » compte 3999 signes, 3000 au plus — l'abréger ; le détail va dans le texte", offre=f"offre: {{accueil: {'mot ' * 1000}}}"),
    _actor("thème d'une adresse sans mesure", "adresse-longue", "9: « contact.site » : « https://" + "a." * 35 + "a… » n'est pas une adresse web ; écrire par exemple https://www.exemple.fr/", contact=f"contact: {{site: 'https://{'a.' * 60000}'}}"),
    _actor("deux numéros collés", "telephone", "9: « contact.telephone » : « 02 61 91 00 01 39 19 » n'est pas un numéro que l'on peut composer ; écrire par exemple 02 61 91 00 01, et « ou » entre deux numéros", contact="contact: {telephone: 02 61 91 00 01 39 19}"),
    _actor("deux adresses électroniques", "courriel", "9: « contact.courriel » : « a@exemple.fr ou b@exemple.fr » n'est pas une adresse électronique ; en écrire une seule, par exemple accueil@exemple.fr", contact="contact: {courriel: a@exemple.fr ou b@exemple.fr}"),
    _actor("un lieu à trouver sur un site sans https", "annuaire-sans-https", "9: « contact.annuaire » : « http://exemple.fr/lieux » doit commencer par https://", contact="contact: {annuaire: 'http://exemple.fr/lieux'}"),
    _actor("un annuaire qui n'est pas une adresse", "annuaire", "9: « contact.annuaire » : « la mairie » n'est pas une adresse web ; écrire par exemple https://www.exemple.fr/", contact="contact: {annuaire: la mairie}"),
    _actor("un numéro qui n'en est pas un", "numero", "9: « contact.telephone » : « au guichet » n'est pas un numéro que l'on peut composer ; écrire par exemple 02 61 91 00 01, et « ou » entre deux numéros", contact="contact: {telephone: au guichet}"),
    _page("réunion sans date", "reunions/sans-date.md", "---\ntitre: Sans date\ninstance: juste\nparticipants: []\n---\nTexte.\n", "2: « date » manque — ajouter « date: … »"),
    _actor("un fax", "fax", "9: « contact.telephone » : « 02 61 91 00 01, fax 02 61 91 00 02 » : personne ne répond à un fax ; n'écrire que les numéros à appeler, par exemple 02 61 91 00 01", contact="contact: {telephone: '02 61 91 00 01, fax 02 61 91 00 02'}"),
    _actor("deux numéros en liste", "numeros-en-liste", "9: « contact.telephone » : « ['02 61 91 00 01', '39 19'] » n'est pas un numéro que l'on peut composer ; écrire par exemple 02 61 91 00 01, et « ou » entre deux numéros", contact="contact: {telephone: [02 61 91 00 01, 39 19]}"),
    _actor("une adresse avec un nom de compte", "annuaire-compte", "9: « contact.annuaire » : « https://nom:mot@exemple.fr/lieux » porte un nom de compte devant « @ » ; écrire l'adresse que chacun peut ouvrir", contact="contact: {annuaire: 'https://nom:mot@exemple.fr/lieux'}"),
    _meeting("réunion sans texte", "sans-texte", "", "7: le texte de la synthèse manque — l'écrire sous l'en-tête", body=""),
    _page("participant inconnu", "reunions/participant.md", "---\ntitre: Participant\ndate: 2021-10-15\ninstance: juste\nparticipants:\n  - {acteur: jute, nom: Vasseur}\n---\nTexte.\n", "6: « participants[1].acteur » : acteur inconnu « jute » — écrire plutôt « juste »"),
    _meeting("acteur cité inconnu", "acteur-inconnu", "suites: [{texte: x, porteurs: [just]}]\n", "6: « suites[1].porteurs[1] » : acteur inconnu « just » — écrire plutôt « juste »"),
    _meeting("heure illisible", "heure", "prochaine_reunion: {date: 2021-12-17, heure: 9h75}\n", "6: « prochaine_reunion.heure » : « 9h75 » n'est pas une heure ; écrire par exemple \"09:30\""),
    _meeting("identifiant en double", "id-double", "constats:\n  - {id: c1, texte: a}\n  - {id: c1, texte: b}\n", "8: identifiant « c1 » déjà pris ligne 7 — en choisir un autre"),
    _meeting("identifiant mal formé", "id-forme", "questions: [{id: Q 1, texte: a}]\n", "6: « questions[1].id » : « Q 1 » n'a pas la forme voulue — n'employer que des lettres minuscules, des chiffres et des tirets, par exemple c1"),
    _meeting("empreinte mal formée", "empreinte", "source: {titre: x, sha256: abc}\n", "6: « source.sha256 » : « abc » n'a pas la forme voulue — une empreinte SHA-256 a 64 chiffres ou lettres de a à f"),
    _page("action sans axe", "feuille-de-route/action.md", "---\ntitre: Action\nnature: action\n---\n", "3: une action appartient à un axe — ajouter « axe: … »"),
    _page("axe inconnu", "feuille-de-route/action-axe.md", "---\ntitre: Action axe\nnature: action\naxe: aliance\n---\n", "4: « axe » : étape de la feuille de route inconnue « aliance » — écrire plutôt « alliance »"),
    _page("origine qui n'existe plus", "feuille-de-route/origine.md", "---\ntitre: Origine\nnature: axe\norigine: [{reunion: 2021-10-15-juste, id: c2}]\n---\n", "4: « origine[1] » : la réunion 2021-10-15-juste n'a pas d'élément « c2 » — choisir parmi : c1"),
    _page("besoin : réponse sans acteur", "besoins/sans-acteur.md", "---\ntitre: Besoin\nreponses: [{texte: x}]\n---\n", "3: « reponses[1].acteur » manque — ajouter « acteur: … »"),
    _page("titre pris deux fois", "familles/etat-bis.md", "---\ntitre: État\n---\n", "2: titre « État » déjà pris par contenu/familles/etat.md — préciser l'un des deux"),
    _page("glossaire : terme sans définition, acteur inconnu, doublon", "glossaire.yml", "- terme: Un\n- terme: Deux\n  definition: x\n  acteur: justes\n- terme: Trois\n  definition: x\n- terme: Trois\n  definition: y\n",
          "1: « definition » manque — ajouter « definition: … »", "2: acteur inconnu « justes » — écrire plutôt « juste »", "7: terme « Trois » défini deux fois (déjà ligne 5) — n'en garder qu'un"),
    _page("territoire en double, niveau inconnu", "territoires.yml", "- {slug: normandie, nom: Normandie, niveau: region}\n- {slug: normandie, nom: La Normandie, niveau: region}\n- {slug: caen, nom: Caen, niveau: ville}\n",
          "2: territoire « normandie » : déjà à la ligne 1, qui dit autre chose pour « nom » — n'en garder qu'une entrée",
          "3: « niveau » : valeur inconnue « ville » — choisir parmi : pays, region, departement, intercommunalite, commune, quartier"),
    _page("porte : sans numéro, sans https, en double, d'un inconnu, lue nulle part", "portes.yml",
          "- {slug: a, nom: A, genre: numero, verifie_le: 2026-11-20, source: Page}\n"
          "- {slug: b, nom: B, genre: annuaire, url: \"http://exemple.fr/b\", verifie_le: 2026-11-20, source: Page}\n"
          "- {slug: c, nom: C, genre: numero, telephone: \"3949\", verifie_le: 2026-11-20, source: Page}\n"
          "- {slug: c, nom: C, genre: numero, telephone: \"3949\", verifie_le: 2026-11-20, source: Page, acteur: justes}\n"
          "- {slug: d, nom: D, genre: numero, telephone: \"3949\", verifie_le: 2026-11-20, source: Page, acteurs: [juste, just]}\n"
          "- {slug: e, nom: E, genre: numero, telephone: \"3949\", verifie_le: 2026-11-20, source: {titre: Page, reunion: 2021-10-15-just}}\n"
          "- {slug: f, nom: F, genre: numero, telephone: au guichet, verifie_le: 2026-11-20, source: Page}\n",
          "1: une porte de genre numero a besoin de « telephone »", "2: « url » : « http://exemple.fr/b » doit commencer par https://",
          "4: acteur inconnu « justes » — écrire plutôt « juste »", "4: porte « c » : déjà à la ligne 3 — n'en garder qu'une entrée",
          "5: acteur inconnu « just » — écrire plutôt « juste »", "6: réunion inconnue « 2021-10-15-just » — écrire plutôt « 2021-10-15-juste »",
          "7: « telephone » : « au guichet » n'est pas un numéro que l'on peut composer ; écrire par exemple 02 61 91 00 01, et « ou » entre deux numéros"),
    _page("besoin qui ouvre sur une porte inconnue", "besoins/porte.md", "---\ntitre: Porte\nportes: [inconnue]\n---\n", "3: « portes[1] » : porte inconnue « inconnue » — l'ajouter à contenu/portes.yml"),
    _actor("deux acteurs réclament une forme (1)", "claim-1", alias="alias: [Guichet commun]"),
    _actor("deux acteurs réclament une forme (2)", "claim-2", "9: avertissement : « GUICHET COMMUN » désigne déjà claim-1 (contenu/acteurs/claim-1.md, ligne 9) — l'enlever d'un côté, ou préciser l'une des deux formes", alias="alias: [GUICHET COMMUN]"),
    _actor("forme sans aucun mot", "alias-sans-mot", "9: « … » ne contient aucun mot — écrire la forme telle que les textes l'emploient", alias="alias: [\"…\"]"),
    _meeting("personne que rien ne déclare", "personne", "", "7: « M. Brunel » ne correspond à aucune personne déclarée — l'ajouter à « participants » ou à « personnes_citees » d'une réunion, ou nommer plutôt l'organisation ; si ce n'est pas une personne, répondre dans l'en-tête : « homonymes: [{mot: M. Brunel, personne: false}] »", body="M. Brunel propose une visite.\n"),
    _meeting("prise de parole d'un inconnu", "parole", "", "7: « ::: parole » : acteur inconnu « justes » — écrire plutôt « juste »", body="::: parole justes\nTexte.\n:::\n"),
    _meeting("prise de parole de personne", "parole-vide", "", "7: « ::: parole » ne dit pas qui parle — écrire « ::: parole cgt »", body="::: parole\nTexte.\n:::\n"),
]  # fmt: skip

# Messages about folders, which no file above carries.
FOLDERS = (
    "contenu/acteur: dossier inconnu « acteur » — écrire plutôt « acteurs »",
    "contenu/pages/sous: sous-dossier inattendu — les pages se rangent directement dans pages/",
)
