"""A declared name → whether it is also a word, a place or a given name, so that alone it does not make sure.

No list holds every word: what stands in none is asked about where a sentence does not use it as a name. Own compilation.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from plugins.persons.person import PARTICLES
from plugins.text.inflection import singular

# `glued`: an article and a word in one (« Dubois », « Lheureux »), a word only when a space is forgotten;
# `used`: a part of an actor's name.
Sort = Literal["rare", "glued", "used", "word", "place", "given"]
_SHORTEST = 4  # letters; « Ba », « Roy »: too many words are spelt so

_WORDS = """
poisson anguille hareng morue truite sole homard crabe moule huitre rousselet gaillard vidal robinson crusoe dragon licorne fee sirene
ogre geant nain lutin sorcier sorciere magicien clown acrobate sport sportif vainqueur champion capitale gouverneur ministre senateur
poste courrier timbre colis balance boussole horloge montre cadran aiguille clocher cloche carillon bourdon tambourin cymbale trompe
olympe vulcain mercure saturne neptune venus apollon hercule achille ajax junon minerve atlas titan phenix sphinx mentor
boulangerie boucherie epicerie librairie imprimerie mode modele monde royaume empire republique couronne trone sceptre blason etendard
petit grand gros gras long court fort faible bon bonne bonnet mauvais beau bel belle joli doux dur sec sage vif vrai faux franc juste
loyal gentil gai joyeux heureux content triste brave hardi hardy fier noble digne riche pauvre jeune vieux ancien nouveau neuf cadet
aine premier second dernier seul simple double triple plein vide creux clair claire sombre profond leger lourd rond carre droit gauche
haut bas vaillant vaillante prudent constant patient savant modeste honnete sincere discret secret sauvage tranquille calme
blanc blanche noir noire rouge vert verte bleu jaune gris brun brune blond blonde roux rousse rose violet violette orange marron ambre
ivoire rousseau roussel bruneau blanchard noiret vermeil pourpre azur
roi roy reine prince princesse duc comte baron marquis chevalier seigneur sire maitre page valet ecuyer sergent capitaine major colonel
general marechal soldat archer garde gardien guerrier bourgeois bourgeoise manant serf paysan vilain citoyen voisin voisine habitant
maire prefet juge avocat notaire greffier clerc prevot bailly bailli consul sultan empereur pape eveque abbe moine prieur chanoine cure
chapelain diacre sacristain pelerin ermite prophete ange archange diable demon dieu saint toussaint paradis
boulanger berger bergere boucher charpentier charron chaudronnier couvreur cordier cordonnier cuisinier drapier fabre favre lefevre
faure forgeron fournier fermier jardinier laboureur vigneron meunier mercier marchand menuisier messager macon marin marinier matelot
pecheur chasseur pasteur potier peintre pelletier parmentier sabotier sellier serrurier tailleur tanneur teinturier tisserand tisseur
tonnelier tourneur vacher verrier vannier carrier cartier chartier barbier sauvage verdier masson mason texier teissier tixier
couturier barbier boursier caron chapelier chevrier porcher bouvier mulet muletier passeur portier huissier hotelier cabaretier
tavernier aubergiste marechal fevre facteur docteur medecin clinicien ouvrier artisan apprenti compagnon maitresse ecolier lecteur
chanteur danseur sonneur trompette tambour flute violon luth harpe musique poete conteur jongleur
pere mere frere soeur fils fille garcon cousin cousine neveu oncle tante parent parents parrain marraine gendre bru veuf jumeau jumeaux
mari femme homme enfant bebe ami amie camarade compere gars copain hote
loup lion ours renard lievre lapin cerf biche chevreuil sanglier belier mouton agneau brebis boeuf taureau veau vache cheval poulain
poulet poule coq chapon canard oie pigeon colombe merle pinson rossignol moineau corbeau corneille faucon aigle hibou chouette caille
perdrix perdriau heron cygne alouette hirondelle geai pic loriot bouvreuil chardonneret serin chat chien basset levrier souris rat
castor blaireau herisson ecureuil fouine grillon cigale abeille papillon mouche ver carpe brochet goujon gardon saumon dauphin requin
pin sapin chene frene orme ormeau tilleul bouleau peuplier saule noyer pommier poirier prunier cerisier olivier laurier cormier fresne
houx lierre rosier muguet lilas jasmin lys marguerite pervenche primevere capucine olive pomme poire prune cerise fraise noix noisette
avoine orge seigle froment ble millet navet chou poireau oignon ail persil laitue salade betterave citron melon raisin grappe vigne
feuille fleur fleury branche rameau racine tige bouton bouquet gerbe epi paille foin herbe mousse fougere genet bruyere buisson epine
ronce chardon houblon lavande sauge
pain vin biere miel sel sucre beurre lait fromage lard poivre moutarde gateau bonbon galette soupe potage
marteau enclume hache cognee faux faucille clou couteau lame epee lance fer acier cuivre argent or etain plomb diamant perle rubis
chapeau manteau cotte robe chemise soulier sabot botte gant bonnet cape ceinture bourse besace sac panier corbeille tonneau barrel
baril bidault bouteille verre coupe pot marmite chaudron poele table banc lit coffre clef cle serrure lampe chandelle bougie feu flamme
fumee cendre charbon brasier
jour nuit matin soir midi minuit aurore aube printemps ete automne hiver janvier fevrier mars avril mai juin juillet aout septembre
octobre novembre decembre lundi mardi mercredi jeudi vendredi samedi dimanche noel paques carnaval careme
soleil lune etoile ciel nuage pluie neige gel vent tempete orage tonnerre brouillard rosee glace bise brise
tete bouche nez barbe cheveu oreille main bras jambe pied talon doigt poing coeur dos ventre corps col cou face front joue
amour bonheur espoir foi vertu courage sagesse prudence patience constance clemence victoire esperance gloire honneur paix merci joie
plaisir desir desire aime amant bonheur fortune chance mystere gage pardon bienvenue bonenfant bontemps jolivet bonjour
quart demi mille cent tiers moitie reste point ligne trait cercle angle pointe bout debut fin milieu centre bord cote
air eau terre sable argile roche rocher caillou pierre pierres marbre craie ardoise grave
chaussee route chemin sentier ruelle rue voie sente traverse passage pas gue lequel cause raison motif
valeur compte livre lettre plume papier image portrait tableau gravure carte guide voyage
guerre bataille combat garde assaut siege treve
roman latin grec ecossais anglais langlais lenglet allemand lallemand espagnol italien lombard polonais hongrois turc sarrazin maure
breton normand picard lorrain flamand bourguignon champenois poitevin gascon basque provencal savoyard auvergnat limousin angevin
manceau tourangeau berrichon parisien rouennais caennais percheron catalan corse francois francais lefrancais germain romain
urbain rural champagne bourgogne bourguignonne
levant couchant nord sud est ouest orient
marie mariee gagnant perdant courtois poli vaillant galant bavard muet sourd boiteux camus borgne bossu gaucher chauve barbu
boniface celeste pie ange reine rene parfait prosper fortune victor colombe aimee desiree blandine aube perle coraline opale jade
flore iris dahlia capucine clementine mirabelle prune angelique seraphin
bouvet boulet boule billet ballet balai bail bal barre barreau barriere batterie berceau bec bidon bille blocage bloc bobine boite borne
botte bosse boucle bouillon bourdon bourgeon brique broche brosse bruit buffet but cadeau cadre caisse calcul canal canon capital carreau
cave chaine chaise chambre champ chance chanson chant char charge charme chasse chausse chemise chute cloche clou coin colle colline
colombier conte corde cornet corps couche couleur cour course couvert crane crepin croc croix cuisse cuve dame danse date defaut dent
depot desert dessert devin devoir drap drapeau eclair ecole ecran ecu effort eglise elan encre enjeu essai etat fable farine fauve
ferrand ferre fete fil filet flambeau flot force forme fosse foulon four fourche frison fromentin galop gamin garenne garnier gaule
gendarme germe glaive goulet grain grange grelot grenier grille guet gui hameau
accueil aide allee alliance arbre arrive arrivee atelier bacon bastille bateau baudet biens bijou boisson bondu bonhomme bouge brillant
bruyant buis bureau canton cavalier casino chalet chandelier charmant chretien citerne clavier cloutier cochon comble comite commission
commun commune comptable conseil coquelin coquet cordelier courant coutant cresson crochet croissant debat demay depart departement
domaine dore dormeuil douce emploi escalier espace esprit fage fardeau fidele flament font forget formation fourmi foyer froger
frontiere fruit fumet galopin gare gland gouge gourmand hasard impot insertion issue jarry jeton journee jumel large legal libert
liberte linge livet local logement loisir loyer lumiere maille marque massif matiere meilleur merite metayer mignon milet million minet
miroir mission moisson morice mort moustache moyen mulot muse nacre nation nouvelle oiseau ombre once opera oranger orgue ourson outil
pacte paillard pair paon papin paquet parade pareil parquet part passe patron patte paye peage peau peche peinture pelle pepin perdu
perron personne pesant peuple phare piano piece pignon pilon pilote pion pipe pivert plage plan plantin plat poche poignant pointeau
pompe postel potager poupee poussin prefecture presse prime prix proche projet provost public puce puree quartier quatre querel rage
ramier rayon rebours recette reel regent region relais renom renouf repos reseau retour reve rien rival rivet rondeau roseau roue
rouleau royal ruche sablier sabre saison sale salle sante santon sauve secretaire sejour selle semaine serein serment serpent servant
service siecle signe singe site social soie soif sommet sorbier sort soupir soutien stage suite sureau surprise taille talent tapage
tapis tard tardif tasse taxi temple tendre tente terme terrier territoire timide tison toit tombe torrent tortue tout train travail
travers treille tresor tricot trinite trois trou truelle tuilier tulipe tutelle union unique unite usage utile vague vain valise vase
vedette velours verite verveine veste viande victime vie vieille vigueur vingt virage vis vitesse vitre vivant voile voiture volant
volonte vote wagon zele agence antenne association animation caf clinique club collectif dispositif equipe etape federation groupe
jeunesse mairie metier parcours permanence pole prevention rencontre rendez solidarite syndicat coste haye noue puy clave jaures hugo
zola curie perret flaubert maupassant verne veil badinter mandela gagarine allende blum briand clemenceau foch gambetta carnot voltaire
diderot rabelais moliere prevert aragon eluard ferry nicolle malherbe michelet musset danton marat napoleon picasso chopin bizet
berlioz ravel debussy perrault proust balzac stendhal baudelaire verlaine rimbaud peguy mistral daudet lamartine coubertin mermoz
bleriot braille ampere marshall michelin renault peugeot citroen auchan larousse philo samson jourdain goliath dalila grace honore
innocent placide narcisse felicite vital
lucie sylvestre severe just heureuse amable benigne
""".split()
_PLACES = """
paris lyon marseille toulouse nice nantes strasbourg montpellier bordeaux lille rennes reims toulon grenoble dijon angers nimes
villeurbanne tours amiens limoges metz besancon orleans rouen mulhouse caen nancy argenteuil roubaix tourcoing avignon poitiers
versailles pau calais cannes bourges quimper brest lorient vannes laval lemans cherbourg alencon evreux dieppe lisieux bayeux vire
argentan flers coutances avranches granville falaise honfleur deauville elbeuf louviers vernon bernay gisors fecamp bolbec yvetot
lens arras douai cambrai valenciennes beauvais compiegne senlis soissons laon troyes chartres dreux blois vendome chateaudun nevers
auxerre sens macon autun chalon dole vesoul belfort colmar epinal verdun bar toul vienne valence romans gap digne nimes ales arles
beziers narbonne perpignan carcassonne albi castres rodez millau cahors agen auch tarbes lourdes bayonne dax biarritz saintes niort
cognac angouleme royan rochefort perigueux bergerac brive tulle aurillac moulins vichy thiers riom ambert
france espagne italie allemagne angleterre pologne hollande belgique suisse lorraine alsace normandie bretagne picardie flandre artois
champagne bourgogne franche anjou maine touraine berry poitou saintonge limousin auvergne gascogne provence savoie bresse forez
quercy rouergue perche beauce brie sologne vexin caux bray bessin cotentin vendee mayenne sarthe orne eure manche calvados oise somme
aisne marne meuse moselle vosges loire allier cher indre creuse correze lot tarn garonne gers landes ariege aude gard ardeche drome
isere rhone ain jura doubs var seine
moulin moulins fontaine bois boulay pont ponts val vallee vaux mont monts montagne colline coteau plaine plateau pre pres prairie
champs lande landes marais etang mare lac riviere ruisseau source rive rivage cap ile ilot port quai bac bassin roche rochers pierre
carriere sabliere gorge combe cave grotte fosse butte tertre motte montaigne roc chateau castel tour tours tourelle donjon fort muraille
mur rempart porte portail barriere palais maison masure case cabane mas manoir ferme metairie grange grenier four pressoir puits cour
jardin verger vigne clos courtil haie parc foret bosquet forestier hallier ville village bourg bourgade hameau villeneuve neuville
villiers villers cite place halle marche foire eglise chapelle abbaye monastere couvent prieure cloitre croix calvaire cimetiere autel
hopital hospital auberge taverne ecluse chaussee route chemin carrefour rue planche passerelle gue sablon sablons marne bruyere bruyeres
aulnay aunay chesnay chesne fresnay fresnes essarts coudray noiseraie chataigneraie mesnil menil plessis perche vignoble couture
pommeraie rosay rosiere rosieres ormes saulnier saussaye tremblay tremble boissiere garenne varenne varennes breuil brosse touche
vivier levee digue dune falaise
noel toussaint pentecote florence venise milan naples turin pise verone madrid grenade cordoue tolede londres berlin dresde vienne
prague moscou athenes rome romagne gene genes geneve lausanne berne bruxelles gand bruges anvers liege namur oran alger tunis bagdad
havre auge bernieres courseulles ouistreham mondeville herouville ifs hermanville lion douvres falaise conde villedieu saintlo valognes
carentan barneville agon bricquebec mortain domfront mortagne argences troarn cabourg houlgate trouville pontaudemer conches breteuil
neubourg andelys vexin tosny bonsecours darnetal maromme barentin duclair caudebec lillebonne gonfreville harfleur montivilliers
criquetot etretat gournay forges neufchatel aumale envermeu tancarville quevilly couronne oissel sotteville bihorel mesnil boos
europe asie afrique amerique oceanie corse antilles guyane reunion mayotte martinique guadeloupe bresil perou chine inde japon liban
mans rouvray navarre cantin hauteville belleville nogent fontenay langrune perigord
maroc tunisie algerie egypte israel jordanie syrie grece turquie russie ukraine pologne roumanie bulgarie hongrie autriche portugal
""".split()
_GIVEN = """
adam adele adelaide adrien agathe agnes aimee alain albert alexandre alexis alfred alice aline alix alphonse amand amandine amaury
ambroise amelie anais anatole andre andree ange angele anne annick annie anselme antoine antoinette apolline armand armelle arnaud
arnould arsene arthur aubin aude audrey auguste augustin aurelie aurelien aymeric baptiste barbara barnabe barthelemy basile bastien
baudouin beatrice benedicte benjamin benoit berenice bernadette bernard berthe bertrand blaise brice brigitte bruno camille carole
caroline catherine cecile celestin celine cesar chantal charles charlotte chloe christian christine christophe clara claude claudine
claudie clement clotilde colette colin coralie corinne cyprien cyril cyrille damien daniel daniele david delphine denis denise didier
dominique donatien dorothee edgar edith edmond edouard elisabeth elise eloi elodie emile emilie emmanuel emmanuelle eric ernest
estelle esther etienne eugene eugenie eustache evariste eve evelyne fabien fabienne fabrice felicie felix ferdinand fernand fiacre
firmin flavien florence florent florentin florian francine francis francoise frederic frederique gabriel gabrielle gael gaelle gaetan
gaspard gaston gautier gauthier genevieve geoffroy georges gerald gerard geraldine gerbert germaine gervais ghislain gilbert gilles
ginette godefroy gonzague gregoire gregory guillaume guillemette guilbert guy gwenaelle hector helene henri henriette herbert hermine
herve hilaire hippolyte honore hortense hubert hugo hugues humbert ignace ines irene isabelle isidore ivan jacqueline jacques james
janine jean jeanne jeannette jerome joachim joel joelle johan john jonathan jordan joseph josephine josette judith jules julia julie
julien juliette justin justine karine kevin lambert laetitia laura laure laurence laurent lazare lea leger leon leonard leonie leopold
liliane lise loic louis louise luc lucas lucie lucien lucienne ludovic madeleine magali manon marc marcel marcelin marceau marcelle
margaux marianne marie marin marine marion marius marthe martial martin martine martinet mathias mathieu mathilde matthieu maud maurice
maxence maxime maximilien melanie michel michele micheline mireille monique morgane muriel myriam nadege nadine narcisse natacha
nathalie nathan nicolas nicole noemie norbert octave odette odile olivier olga oscar pascal pascale patrice patricia patrick paul paule
paulette pauline perrine perrin perrot philippe philippine pierrette pierre placide pol quentin rachel raoul raphael raymond raymonde
rebecca regine regis remi remy renaud renee reynald richard robert roberte robin roch rodolphe rodrigue roger roland rolland romain
romane romuald rosalie rosine ruth sabine sabrina salome salomon samuel sandra sandrine sara sarah sebastien serge severine sidonie
sigismond simon simone solange sophie stanislas stephane stephanie suzanne sylvain sylvestre sylvette sylvie tanguy theodore theophile
therese thibaud thibault thierry thomas tiphaine tristan ulysse urbain ursule valentin valentine valerie vanessa veronique vianney
victoire victorien vincent violaine virginie vital vivien viviane vladimir william xavier yann yannick yolande yves yvette yvon yvonne
zacharie zoe
""".split()
_SORTS: dict[str, Sort] = {
    **dict.fromkeys(map(singular, _GIVEN), "given"),
    **dict.fromkeys(map(singular, _WORDS), "word"),
    **dict.fromkeys(map(singular, _PLACES), "place"),
}
_SUREST: tuple[Sort, ...] = ("rare", "glued", "used", "word", "place")
_GLUED = ("del", "dela", "des", "de", "du", "d", "les", "le", "la", "l")


class Homonyms:
    """What the names of a run are besides names; `used`: folded words of which its actors are called."""

    def __init__(self, used: Collection[str] = ()) -> None:
        self._used = frozenset(used)

    def sort(self, name: tuple[str, ...]) -> Sort:
        """What a name of folded words is; `rare` when one of its words is nothing else."""
        sorts = [self._sort(word) for word in name if word not in PARTICLES] or ["word"]
        return next((sort for sort in _SUREST if sort in sorts), "given")

    def _sort(self, word: str) -> Sort:
        known = _SORTS.get(singular(word))
        if known:
            return known
        if len(word) < _SHORTEST:
            return "word"
        if word in self._used:
            return "used"
        glued = any(singular(word.removeprefix(p)) in _SORTS for p in _GLUED if word.startswith(p) and len(word) > len(p) + 2)
        return "glued" if glued else "rare"
