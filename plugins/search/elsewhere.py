"""What people ask of any search field, and no page of such a site answers: the words of one more need, that is never suggested.

Weighed beside the needs as one of them, it takes what it says from words that mean nothing here: a word that a need says too
weighs for both, and the need's own words decide. By topic, as people say them; no name of a brand or of a person.
"""

from __future__ import annotations

_TOPICS = """
recette, recette de cuisine, gâteau, gâteau au chocolat, crêpes, tarte, pâte à pizza, sauce, dessert, cuisson, ingrédients,
légumes, viande, poulet, poisson grillé, calories, vin, cocktail, apéritif, au four, salade, soupe, riz, œufs, beurre, farine,
sucre, fruit, fromage, confiture, barbecue
météo, température, pluie, neige, soleil, lever du soleil, lune, planète, étoiles, date de Pâques, jour férié, décalage horaire,
capitale, drapeau, population, plus grand pays, plus haut sommet, océan, distance entre deux villes, carte du monde, dinosaure,
animaux, race de chien, chat, chaton, oiseau, histoire de France, roi, guerre mondiale, président, signification, définition,
signification d'un prénom, synonyme, conjugaison, traduction, citation, blague, devinette, horoscope, signe astrologique
score, match, résultat du match, football, rugby, tennis, équipe, joueur, championnat, coupe du monde, classement, but, transfert,
musculation, perdre du ventre, maigrir vite, régime, jeu vidéo, console, manette, niveau, astuce jeu, jeu de société, mots croisés,
sudoku, loto, loterie, tirage, paris sportifs, cote, poker
visa de tourisme, voyage à l'étranger, location de voiture en vacances, vaccin pour un voyage, passeport pour les États-Unis, séjour à la mer,
exposé, exposé sur un animal, volcan, théorème, équation, géométrie, table de multiplication, verbe au subjonctif, résumé de livre,
parti politique, programme électoral, candidat, sondage, député, ministre, âge d'un président, élection présidentielle
roue de voiture, pneu crevé, vidange, voyant moteur, prix de l'essence, remède de grand-mère, mal de gorge, rhume, dose de médicament,
bourse, action en bourse, cryptomonnaie, litière, croquettes, vomit, rosier, antivirus, écran bleu, imprimante en panne
chanson, paroles de chanson, musique, clip, album, rappeur, chanteur, chanteuse, concert, film, cinéma, série, saison, épisode,
acteur de cinéma, bande-annonce, programme télé, télévision, replay, dessin animé, manga, livre, roman, auteur, peinture, photo,
image, fond d'écran, vidéo, star, influenceur
code promo, réduction, soldes, prix, pas cher, acheter, livraison de colis, marque, chaussures, baskets, robe, pantalon, bijou,
parfum, maquillage, vernis, coupe de cheveux, coiffure, tatouage, cadeau, anniversaire, carte de vœux, mariage, décoration, Noël,
nettoyer, lessive, détacher un vêtement, robinet, bricolage, jardin, tomates, fleurs, plante, semer, tailler un arbre, canapé,
téléphone portable, smartphone, carte graphique, télécharger un jeu, mise à jour, vol, billet d'avion, hôtel, vacances, plage,
restaurant, musée, itinéraire, horaires de train, voiture de sport, moto, week-end, nœud de cravate, tuto, comment dessiner, origami
"""


def listed(text: str) -> tuple[str, ...]:
    """The phrases of a text, between commas or ends of lines."""
    return tuple(" ".join(phrase.split()) for phrase in text.replace("\n", ",").split(",") if phrase.strip())


ELSEWHERE: tuple[str, ...] = listed(_TOPICS)
