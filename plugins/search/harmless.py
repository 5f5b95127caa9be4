"""Words of danger that tell of none, as French uses them: « un coup de main », « frapper à la bonne porte », « devenir pompier ».

What `danger.py` holds against the words of urgent needs. By kind of use: blows, doors, deaths, fights, fears, what is talked or
read about, trades, objects, care, threats that are none, feasts, neighbours, who follows whom, games. No place, no brand.
"""

from __future__ import annotations

from plugins.search.elsewhere import listed

_USES = """
coup de main, un coup de main, donner un coup de main, coup de pouce, coup de fil, coup de téléphone, passer un coup de fil,
coup de cœur, coup de chance, coup de blues, coup de soleil, coup de fatigue, tout à coup, du coup, sur le coup,
beaucoup de coups de fil, coup de balai, coup d'œil, boire un coup, tenter le coup, coup dur, coup de frein
frapper à la porte, frapper aux portes, frapper à une porte, à quelle porte frapper, toquer à la porte, frapper au bon endroit,
taper à la porte, taper du texte, taper un courrier, taper à la machine, taper vite au clavier, taper un CV, frappe au clavier
mort de fatigue, mort de rire, mort de faim, mort de trouille, mon téléphone est mort, ma batterie est morte,
mon ordinateur est mort, mon moteur est mort, ma voiture est morte, contrat mort, projet mort, c'est mort pour moi,
nature morte, temps mort, point mort, morte saison, langue morte, mon père est mort, ma mère est morte, décès d'un parent,
après la mort de mon mari, héritage, succession, obsèques, enterrement, payer un enterrement, capital décès, acte de décès,
veuvage, veuve, deuil, fête des morts
ça me tue, me tuer à la tâche, me tuer au travail, tuer le temps, crever de chaud, crever un pneu, mourir de rire,
mourir d'ennui, je meurs de faim, je meurs de soif
se battre pour ses droits, se battre pour y arriver, me battre pour réussir, battre un record, battre le fer, battre des œufs,
battre en neige, combattre, combat syndical, combattre l'isolement, combattre les préjugés, sport de combat, lutter contre,
lutte contre la pauvreté, lutte contre le chômage, lutte des classes, luttes sociales, lutte gréco-romaine
peur de l'avenir, peur de l'échec, peur de ne pas y arriver, peur de rater l'examen, peur de l'entretien, peur de parler,
peur de mal parler français, peur du regard des autres, peur de conduire, peur de prendre le bus, peur de l'avion, peur du vide,
peur des chiens, peur des araignées, film qui fait peur, histoire qui fait peur, peur de perdre mon travail,
peur de perdre mes aides, peur de reprendre le travail, peur du jugement, peur de la foule, peur de l'administration,
j'ai eu peur pour rien, ça m'a fait peur
film, série, livre, documentaire, exposé, débat, conférence, théâtre, chanson, article, atelier, prévention, sensibilisation,
formation sur, stage sur, témoignage, statistiques, chiffres, loi sur, définition, histoire de, film de guerre, film d'horreur,
film policier, roman policier, jeu de guerre, jeu vidéo violent, musique violente, exposé sur la violence,
débat sur la violence, documentaire sur la drogue, atelier sur le harcèlement, semaine contre le harcèlement,
prévention des violences, formation aux violences, former à repérer les violences, sensibiliser au harcèlement,
réunion sur la sécurité, plan de lutte contre les violences, chiffres de la délinquance,
sentiment d'insécurité dans le quartier
devenir policier, devenir gendarme, devenir pompier, pompier volontaire, sapeur-pompier, concours de police,
concours de gendarmerie, métier de policier, travailler dans la police, travailler à l'armée, s'engager dans l'armée,
cadet de la République, gardien de la paix, police municipale recrutement, agent de sécurité, travailler dans la sécurité,
vigile, carte de sécurité, ambulancier, devenir ambulancier, formation secourisme, premiers secours, brevet de secourisme, PSC1,
SST, armurier, surveillant de prison, stage police, recrutement gendarmerie, métiers de la sécurité, visite du commissariat
rendez-vous au commissariat, refaire ses papiers perdus au commissariat, déclarer une perte de papiers, vol de vélo,
déclaration de vol, vol de portable, amende, contravention, attestation
couteau de cuisine, couteau suisse, couteau à pain, aiguiser un couteau, couverts, cutter, pistolet à colle, pistolet à eau,
arme à gauche, permis de chasse, tir sportif, lame de parquet
accident du travail, accident de trajet, maladie professionnelle, blessé au travail, malade au travail,
je me suis blessé au dos, mal au dos, mal de dos, prise de sang, don du sang, analyse de sang, groupe sanguin,
urgences dentaires, garde médicale, médecin de garde, vaccin
menace de licenciement, menace de radiation, menace d'expulsion, on menace de me radier, on menace de suspendre mon RSA,
le patron menace de me virer, menacé d'expulsion, sous la menace d'une sanction, menacer de grève
mariage, organiser un mariage, papiers pour un mariage, mariage à la mairie, se marier, robe de mariée, faire-part, divorce,
pacs, anniversaire de mariage, cadeau de mariage, salle de mariage
rentrer au pays, partir au bled, vacances au bled, billet pour le bled, retour au pays, vacances, rentrer tard du travail,
rentrer chez moi en bus, rentrer de vacances
quitter mes parents, quitter le domicile familial, partir de chez mes parents, prendre mon indépendance, premier appartement,
quitter mon travail, quitter la ville, quitter mon mari à l'amiable
bruit des voisins, voisin bruyant, tapage nocturne, voisins qui font la fête, conflit de voisinage, musique trop forte,
chien qui aboie, odeurs des voisins, bébé qui pleure, bébé qui ne dort pas, enfant qui crie la nuit,
mon fils pleure à la crèche, ma fille fait des crises, mon enfant ne mange rien
être suivi par un conseiller, suivi social, suivi médical, suivi par un éducateur, suivre une formation, suivre un cours,
suivre un stage, dossier suivi, qui me suit à la mission locale, mon éducateur me suit, suivre le bus en direct,
suivre un colis
garder des enfants, garder un enfant malade, garde partagée, garde alternée, garder le moral, garder mon logement,
garder mes droits
forcer une porte, forces de l'ordre métier, force de vente, force majeure, reprendre des forces, de force égale,
obligé de déménager, obligé de travailler la nuit, obligé de prendre ce travail, obligé d'accepter une offre,
forcé d'arrêter mes études, on m'oblige à faire un stage
tomber enceinte, tomber malade, tomber en panne, tomber sur un travail, toucher le chômage, toucher une prime, toucher le RSA,
toucher à tout, combien je touche, je ne touche plus rien, toucher les gens, toucher les publics
enfermé dans la routine, je me sens enfermé, bloqué chez moi sans voiture, dossier bloqué, compte bloqué, téléphone bloqué
vendre des vêtements, vendre sa voiture, vendeur, vendre sur les marchés, vendre mes créations, réseau social,
réseau professionnel, se faire un réseau, réseau de transport, réseau d'acteurs, arrêter de fumer, soigner une addiction,
centre pour arrêter la drogue, arrêter l'alcool, cure, sevrage, cannabis
casser un contrat, casser un bail, casse auto, casser la croûte, casser les prix, couper l'eau, couper le courant,
électricité coupée, couper les cheveux, coupure internet, crier au scandale, fermer un compte, arme de séduction,
exploser un forfait, chute de cheveux
boss de jeu, battre un boss, tuer un zombie, tuer des moustiques, tuer les cafards, tuer les punaises, mort aux rats,
call of duty, fortnite, jeu de combat, boxe, club de boxe, karaté, judo, self-défense, arts martiaux
réfugié de guerre, guerre dans mon pays, guerre mondiale, attentat à la télé, actualité, élections,
harcèlement moral au travail, harcèlement au travail, discrimination, racisme au travail, mon chef me crie dessus,
mon patron m'insulte, conflit avec mon patron
main courante de bus, secours populaire, secours catholique, colis alimentaire, caisse de secours, fonds de secours,
aide d'urgence financière, urgence financière, logement en urgence demande, urgent trouver un stage,
c'est urgent j'ai besoin d'un travail, besoin d'aide pour un dossier, besoin d'aide pour mon CV, besoin d'aide pour les courses,
à l'aide d'un logiciel, aide aux devoirs, besoin d'un conseil
violence dans les films, violence à la télévision, violence dans le sport, la violence expliquée aux enfants,
cours sur les violences faites aux femmes, mémoire sur le suicide, livre sur le suicide, conférence sur les drogues,
journée contre les violences, marche blanche, pièce de théâtre sur le viol, exposition sur la guerre, film sur la prison,
reportage sur les quartiers, podcast sur l'emprise
chercher un emploi dans une association d'aide aux victimes, travailler avec des enfants en danger,
travailler auprès de femmes victimes, éducateur en foyer, devenir éducateur spécialisé, devenir juge, devenir avocat,
métier d'avocat, devenir psychologue, travailler au SAMU, infirmière aux urgences, métier dangereux, travail dangereux,
produit dangereux, carrefour dangereux, chien dangereux, route dangereuse pour les piétons
je tape fort dans le ballon, taper dans un ballon, frapper dans ses mains, frappé par la crise, frappé par le chômage,
touché par le chômage, touché par la crise, être touché par un message, quartier touché par la pauvreté
ma fille part en colonie, mon fils part en vacances, mon fils part de la maison pour étudier,
ma fille ne veut plus aller à l'école, mon fils sort trop, mon ado passe la nuit sur son téléphone, mon fils dort mal,
ma fille ne mange pas à la cantine, mon bébé est enrhumé, mon enfant est tombé à vélo
je suis à bout de forces au travail, fatigué de chercher, marre de chercher du travail, marre de mon travail,
plus envie de travailler, plus envie d'aller à l'école, envie de changer de vie, envie de partir, envie d'arrêter,
j'en peux plus de mon métier, en finir avec les dettes, en finir avec les papiers, la fin de mon contrat,
disparition d'un service, disparition des guichets, fermer la porte
on se moque de mon accent, mon voisin de classe m'embête, dispute avec ma sœur, dispute pour l'héritage, fâché avec mes parents,
conflit avec mon fils, mon propriétaire me harcèle pour le loyer, harcelé par des huissiers, harcelé par les publicités,
appels publicitaires, menace de coupure, menacé de licenciement, arnaque au téléphone, escroquerie, faux conseiller bancaire
va te faire voir, va te faire foutre, je m'en fous, foutre le camp d'ici, alerte météo, alerte info, bagarre au match, voiture à la fourrière, papiers de la voiture, perdu mon passeport, perdu mes papiers,
on m'a volé mon portefeuille, on m'a volé ma voiture, mon employeur garde mes papiers,
mon patron ne me paie pas, travail au noir, heures non payées,
mon conseiller ne répond plus, la mairie ne répond pas, on ne me répond plus, le site ne répond plus, mon ordinateur ne réagit plus,
mon dossier ne bouge plus, perdre mes clés, perdre ma carte, sauter le pas, sauter une classe, sauter un repas,
facture de gaz, gaz coupé, chauffage au gaz, on m'a pris mon permis, pris en stage, mal au bras à cause du travail,
elle est seule avec ses enfants, rencontrer un conseiller, apprendre les gestes qui sauvent
"""

HARMLESS: tuple[str, ...] = listed(_USES)
