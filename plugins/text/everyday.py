"""Everyday words of French that could be taken for an acronym written small: « un clic », « il plie »."""

from __future__ import annotations

from plugins.text.folding import fold_word

# Folded; short words, since acronyms are short. Plurals and forms of the verbs in -er are worked out.
_WORDS = frozenset(
    """
a accord accueil acte actif action adieu age agile agir ah ai aide aider ail aile ailleurs aimer air aire aise ait ajout
alarme aller allo alors ame ami amie amour ample an ancre ane ange angle animer anis annee annexe anse appel appui apres apte
arbre arc arche ardent arme arret art as asile assez assis astre atelier atlas atout au aube audace audit auge aura aussi
autour autre aux avant avec avenir avis avoir avril axe azur bac badge bague bail bain bal balade balai balance balise balle
ballon banc bande bar barque barre bas base bassin bateau battre beau bec belle berceau berge bien bilan bille bio bis bise
blanc ble bleu bloc boire bois boite bol bon bonne bord bosse botte bouche bouger boum bourg bourse bout boutique branche bras
brave bref brin brise broche brume brun brut bulle bureau bus but buvette cabas cadre cage caisse cale calme camion camp canal
cane cap capital car carafe carte cartel cas case caser casque casse cave ce cela celle celui cens cent cercle cerf ces cet
cette chance chant chat chaud chemin chene chez chien choix ci ciel cil cime cinq cire cirque cite citer clair clan classe cle
clef clic clin clip cloche clos clou club coche cocon code coeur coin col colis coller collier colombe comme compas compte
contact conte conter contre coq cor corde corps cosmos cote cou coude couleur coup cour courage courant cours court coute
couvert crac craie cran creation creche creer crete creuset cri crible criee crier croix cru cuir cuit cure cycle dame dans
date de debat debout debut decider declic dedans defi dehors delta demain dent depart depuis des desir deux devenir devoir
dire direct dit dix dock dois doit don donc donner dont dos dose doux drap droit du dune duo dur duree eau ecart echange echo
eclair eclat ecole ecoute ecran ecrire ecrou effet egal egale elan elire elle emploi en encore energie enfin ensemble entier
entre envie envol epi epice es escale espace espoir essai essor est et etage etape etat ete etoile etre etude eu euro eux
eveil exact exil face facile faim faire fait fanal fard fee fer ferme fermer fete feu feuille fil file filer filet filtre fin
final fixe flamme fleche fleur flore flot flux foi foire fois fond fonder force foret forge forme former fort forum foule four
foyer fraise franc frein frere fret front fruit fut gage gages gagner gai gain gala galet gamme gant garage garde gare gel
geler gens geste gilet gite glace globe gomme gouter gouvernail grain gramme grand gras grille gris gros groupe gue guet guide
habit haie halte hante hardi hasard haut havre heros hier hiver hors hotel houle huit ici idee il ile ils image info iris
issue ivre jade jalon jambe jardin je jeu jeune joie joli jouer jour joyau judo juge jupe jury jus juste la lac lacet lame
lampe lance lancer lande langue large las laser lasso laver le lecture legal leger legs lent les lettre leur levain lever
levier levure lice lie lien lier lieu ligne lime lin lion lire lis lisse liste lit livre loge logis loi loin loisir long lors
lot louer loupe loyal luge lui luire lune lutte luxe ma magie mai mail main maire mais mal male malle manger manie manoir
maquis marche mare marge mari mars mas masse mat matin me melange meme memo mener mer mere merite mes metier metre mettre midi
miel mien mieux mille mime mimosa mine minute mire miroir mise mite mixte mobile mode moi moins mois moment mon monde mont
monter mors mort mosaique mot moteur motif motion mou moule mouton mur mure murer mut mystere nage nager nappe nard nature
navire ne nef neige net neuf nez ni nid noce noel noir nom non nos note notre nous nouveau nu nue nuit nul oasis objectif
objet ode oeil oeuf oeuvre offre ogre oh oie oiseau on once onde onze opera or orage oral ordi ordre ose oser ou oubli oui
ours outil ovale page paille pain pair paire paix palace pale palme pan panda panel panier par parc parcours pari parler
parole part partage partir pas pass passage passe passer passerelle pate patio patron pause pave payer pays peau peche peine peler
pelle pensee pente perche perdre pere perle permis peser peu phare pic pie pied piege pierre pile pilote pin pince pion piste
pivot place plage plan plane plante plat plein pli plie plier plomb plume plus poche poeme poids point poire pois pole poli
pompe pont port porte poser possible pot potion pouce pour pouvoir pre prendre pres present pret preuve prise prisme prix
proche projet propos propre prose puce puis puits pur pure quai quand quart quatre que quel quete qui quoi radar rade radio
rage rail rame rameau ramer rampe rang range ras rat rateau rater rauque ravi rayon recif recit record regain regard regie
regle rein relais relance relation relief remede repas repere repit reponse repos reseau reste retour reussir reussite reve
rever rez riche ride rien rire rite rive riz robe roc roi role rond ronde rose roue rouge rouler route ruche rude rue ruine
ruse rythme sa sac sacre safran sage sain saint saisir saison sale salle salon salut sang sans sapin sas saule saut sauve
saveur savoir se seau sec secours secret sel selle selon semaine sens sente sentier sept serein serre serrer servir ses seuil
seul seve si siege sien signal signe silo simple site six socle soi soie soif soin soir sol solaire soldat sole soleil solide
son songe sont sort sortie sortir sou souci souffle souple source sous soutien spirale sport square stade stage stand star
statut store strict su suc succes sud suite suivi suivre sujet super sur surf ta table tache tact taille talent talon tambour
tandem tante tapis tard tas tasse taux te tel telle temoin temps tendre tenir tente terme terrain terre tes tete the theme
thym tic tien tige tigre tir tirer tisser titre toi toile toit tome ton tonus tort total tour tous tout trace train trait
trame travail travers trefle treize tremplin tres treve tri tribu trier trio triple trois trop trot trou trouver tu tube tuile
tulipe tuteur type un une uni union unir unis unite urne usage user usine utile va vague val valeur valoir valse van vannes
vase vaste veau vecteur vedette veille veiller velo vendre venir vent venu ver verbe verger vers versant vert verve veste vie
vif vigie vigne ville vin vingt virage vire vis visa visage viser vision vit vite vivre voeu voici voie voila voile voir
voisin voix vol volcan voler volet vont vos vote voter votre vous voyage vrai vu vue y yeux yoga zele zen zenith zeste zone
zoo zoom
""".split()
)


def is_everyday(word: str) -> bool:
    """Whether a word, however written, is an everyday word: a common noun, a verb, a word of grammar."""
    folded = fold_word(word)
    return any(one in _WORDS for one in (folded, folded.rstrip("sx"), folded + "r", folded.removesuffix("nt") + "r"))
