"""What invented minutes are made of: places, organisations, themes and sentences; no person, no place, no body that exists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

TOWNS = (
    "Valbourne Ormecy Corvelle Mondrelle Tessigny Aubremont Varlise Quenoy Brévance Saulnaie Lormière Pontesquel Drancival Ébrune "
    "Noirvaux Fontelle Marcigny-le-Clos Orsenne Vaucresel Bellecombrie"
).split(" ")

# (the beginning of a name, its role, what it does for a resident)
KINDS = (
    ("Mission des jeunes", "les-deux", "Elle reçoit les jeunes. Elle aide à trouver une formation ou un travail."),
    ("Régie des jardins", "aller-vers", "Elle embauche des habitants pour entretenir le quartier."),
    ("Centre des familles", "les-deux", "Il accueille tous les habitants. Il propose des activités et de l'aide."),
    ("École de la reprise", "aller-dans", "Elle forme des jeunes sortis de l'école sans diplôme."),
    ("Plateforme des trajets", "aller-dans", "Elle aide à se déplacer pour aller travailler."),
    ("Atelier des savoirs", "aller-vers", "Il apprend à lire, à écrire et à compter, près de chez soi."),
    ("Maison des démarches", "aller-dans", "Elle aide à remplir un dossier, sur papier ou en ligne."),
    ("Relais des parents", "aller-vers", "Il rencontre les parents devant les écoles."),
    ("Chambre des ouvrages", "ressource", "Elle informe les professionnels sur les métiers."),
    ("Collectif des paliers", "aller-vers", "Il va d'étage en étage, et laisse une adresse."),
    ("Conseil des haltes", "coordination", "Il réunit ceux qui reçoivent sans rendez-vous."),
    ("Bureau des essais", "aller-dans", "Il trouve une entreprise où essayer un métier."),
)
BODIES = ("Comité des passerelles", "Groupe des parcours")

OFFERS: Mapping[str, tuple[str, str]] = {
    "perimetre": ("La ville et les communes voisines.", "Tout le bassin, avec des permanences dans les quartiers."),
    "aller_vers": ("Des permanences en pied d'immeuble, deux fois par mois.", "Un camion qui s'arrête sur les marchés."),
    "accueil": ("Sur rendez-vous, ou sans rendez-vous le mardi.", "Tous les jours, sans rendez-vous le matin."),
    "accompagnement": ("Un conseiller suit la personne pendant un an.", "Des ateliers en petit groupe, puis un suivi."),
    "publics": ("Les habitants des quartiers, surtout les jeunes.", "Toute personne qui cherche un travail."),
    "recours": ("Les guichets des droits, et ceux du travail.", "Les ateliers du quartier."),
    "evaluation": ("Un bilan par an, présenté au comité.", "Six personnes sur dix en formation après six mois."),
    "evolutions": ("Une antenne de plus l'an prochain.", "Un rapprochement est à l'étude."),
}
REASONS = ("Fin des crédits.", "Le bail n'a pas été renouvelé.", "L'équipe n'a pas été remplacée.")


@dataclass(frozen=True)
class Theme:
    """What is said of a theme: each text goes on a sentence, without capital nor full stop."""

    problems: tuple[str, ...]
    wants: tuple[str, ...]
    proposals: tuple[str, ...]
    practice: str
    question: str


THEMES: Mapping[str, Theme] = {
    "Se déplacer": Theme(
        ("sans permis, deux offres sur trois sont hors de portée", "les horaires de bus ne suivent pas ceux des entrepôts"),
        ("une aide au permis demandée une seule fois", "des navettes aux heures de prise de poste"),
        ("mettre en commun les aides au trajet", "louer des scooters à un euro par jour"),
        "le garage solidaire",
        "Qui peut avancer les frais de permis",
    ),
    "Garder les enfants": Theme(
        ("des mères refusent une formation faute de place en crèche", "les horaires décalés ne trouvent aucun mode de garde"),
        ("des places d'urgence en crèche", "une garde à domicile pour les horaires décalés"),
        ("réserver des places de crèche aux entrées en formation", "prévenir la crèche avant l'entrée en formation"),
        "la crèche du matin",
        "Combien de places de crèche sont réservées",
    ),
    "Écrire et lire": Theme(
        ("les cours de français affichent six mois d'attente", "la gêne de lire se cache derrière un refus"),
        ("des cours le soir et le samedi", "une évaluation partagée du niveau de langue"),
        ("réunir les places de cours en une liste", "apprendre la langue dans l'entreprise"),
        "le cours adossé au chantier",
        "Qui finance le cours des personnes déjà en emploi",
    ),
    "Démarches en ligne": Theme(
        ("l'actualisation en ligne décourage", "les démarches se font sur un téléphone prêté"),
        ("un guichet où l'on fait la démarche ensemble", "du matériel prêté"),
        ("ouvrir des ateliers dans les halls d'immeuble", "former les relais aux démarches en ligne"),
        "l'atelier du jeudi",
        "Que faire quand un compte en ligne est bloqué",
    ),
    "Grille de lecture": Theme(
        ("la grille circule en plusieurs versions", "la grille est trop longue pour qui s'en sert debout"),
        ("une grille d'une page", "un temps de prise en main de la grille"),
        ("essayer la grille dans deux quartiers", "traduire la grille en phrases simples"),
        "la lecture à deux voix de la grille",
        "Qui tient à jour la grille",
    ),
    "Santé et travail": Theme(
        ("le renoncement aux soins bloque le retour au travail", "un bilan demande plus de trois mois d'attente"),
        ("un bilan avant l'entrée en formation", "une écoute sans rendez-vous"),
        ("ouvrir des permanences d'écoute dans les quartiers", "inviter les centres de soins à la table"),
        "le bilan du lundi",
        "Qui oriente vers un bilan gratuit",
    ),
    "Message commun": Theme(
        ("les habitants reçoivent cinq dépliants pour la même formation", "les réponses varient selon le guichet"),
        ("une même phrase d'accueil dans tous les guichets", "un seul numéro à donner"),
        ("écrire le message commun avec des habitants", "retirer les dépliants qui se contredisent"),
        "le dépliant relu par des habitants",
        "Qui valide le message commun",
    ),
    "Apprendre un métier": Theme(
        ("des jeunes ont un centre de formation et pas d'employeur", "les ruptures surviennent dans les deux premiers mois"),
        ("un parrain dans l'entreprise", "une solution en cas de rupture"),
        ("réunir les employeurs dans le quartier", "signaler les ruptures sous huit jours"),
        "le forum au pied des tours",
        "Que propose-t-on à un jeune dont le contrat est rompu",
    ),
    "Territoires ruraux": Theme(
        ("les habitants des bourgs renoncent à une formation trop lointaine", "le classement a changé sans que les communes le sachent"),
        ("un lieu d'accueil à moins de vingt minutes", "des permanences tournantes dans les bourgs"),
        ("étendre aux bourgs ce qui a été fait dans les quartiers", "ouvrir un appel à projets propre aux bourgs"),
        "le bus qui passe dans dix bourgs",
        "Que deviennent les communes qui sortent du classement",
    ),
    "Données partagées": Theme(
        ("personne ne sait combien d'habitants ont été rencontrés", "la même personne est comptée trois fois"),
        ("un indicateur commun, simple", "un formulaire d'accord unique"),
        ("compter les relais plutôt que les rendez-vous", "publier un tableau par an"),
        "le tableau de bord tenu à trois",
        "Peut-on transmettre un dossier sans accord écrit",
    ),
}  # fmt: skip

# {s}: who speaks; {o}: somebody else; the other words are those of a theme, or numbers.
SAID = (
    "Pour {s}, {problem}. À {town}, cela touche {n} personnes.",
    "Selon {s}, {problem} ; la situation a changé depuis {year}.",
    "On rappelle, du côté {ds}, que {problem}, et que {o} disait de même.",
    "Il faudrait, selon {s}, {want}.",
    "Ce qui manque, dit-on du côté {ds}, c'est {want}.",
    "Une proposition {ds}, avec {o} : {proposal}, à {town} d'abord.",
)
REPLIES = (
    "{o} a reçu {n} personnes à {town} en {year}, dont {percent} % de femmes.",
    "Une réserve {do} : ce qui vaut à {town} ne vaut pas partout.",
    "Un exemple {do} : {practice}, à {town}, où {n} personnes sont passées depuis {year}.",
    "Une convention {ds} avec {o} arrive à son terme.",
)
FILLERS = (
    "On retient que le sujet reviendra.",
    "Plusieurs membres demandent que ce point figure au relevé.",
    "Un point d'étape sera fait à la séance suivante.",
    "La discussion porte ensuite sur la part de chacun.",
    "Le tour de table montre des situations très différentes.",
)
RESULTS = ("Cela fonctionne bien.", "Le bilan est mitigé.", "L'essai s'est arrêté faute de crédits.", "Trop tôt pour le dire.")
ANSWERS = ("On y reçoit sans rendez-vous.", "On y fait le point avec vous.", "On vous aide à remplir la demande.")

# What residents ask: each verb with each thing.
ASKED = ("Je cherche", "J'ai perdu", "Je ne comprends pas", "On me refuse", "Je veux changer")
THINGS = (
    "mon trajet",
    "ma place en cours",
    "mon compte en ligne",
    "mon contrat d'essai",
    "mon heure de garde",
    "mon dossier de soins",
    "mon stage",
)

# An acronym and what it stands for: one word of each list, and the first letter of each.
TERMS = (
    ("Aide", "Bourse", "Contrat", "Dispositif", "Fonds", "Pacte", "Titre", "Volet"),
    ("local", "mobile", "rural", "solidaire", "commun", "partagé", "neuf", "ouvert"),
    ("d'écoute", "de garde", "de trajet", "d'usage", "de lecture", "de métier", "de halte", "de voisinage"),
)
DEFINITIONS = (
    "Un cadre qui aide à reprendre un travail.",
    "Un droit lié à la formation.",
    "Un document que l'on remplit à deux.",
)
