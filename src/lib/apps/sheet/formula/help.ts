/** A function as the help shows it: its arguments in French, optional ones in brackets, and what it does. */
export interface FunctionHelp {
  readonly name: string;
  readonly args: string;
  readonly does: string;
}

const TABLE = `
SOMME|nombre1; [nombre2]; …|Additionne des nombres ou des plages
MOYENNE|nombre1; [nombre2]; …|Moyenne des nombres
MIN|nombre1; [nombre2]; …|Plus petit des nombres
MAX|nombre1; [nombre2]; …|Plus grand des nombres
NB|valeur1; [valeur2]; …|Compte les cellules qui contiennent un nombre
NBVAL|valeur1; [valeur2]; …|Compte les cellules non vides
NB.VIDE|plage|Compte les cellules vides
NB.SI|plage; critère|Compte les cellules qui répondent au critère
NB.SI.ENS|plage1; critère1; …|Compte selon plusieurs critères
SOMME.SI|plage; critère; [somme_plage]|Additionne selon un critère
SOMME.SI.ENS|somme_plage; plage1; critère1; …|Additionne selon plusieurs critères
MOYENNE.SI|plage; critère; [moyenne_plage]|Moyenne selon un critère
MOYENNE.SI.ENS|moyenne_plage; plage1; critère1; …|Moyenne selon plusieurs critères
SOMMEPROD|matrice1; [matrice2]; …|Somme des produits
SOUS.TOTAL|no_fonction; réf1; …|Total qui ignore les autres sous-totaux
SI|test_logique; [valeur_si_vrai]; [valeur_si_faux]|Choisit selon un test
SI.CONDITIONS|test1; valeur1; …|Choisit selon plusieurs tests
SI.MULTIPLE|expression; valeur1; résultat1; …|Choisit selon une valeur
SIERREUR|valeur; valeur_si_erreur|Remplace une erreur
ET|valeur_logique1; …|VRAI si tout est vrai
OU|valeur_logique1; …|VRAI si l’un au moins est vrai
NON|valeur_logique|Inverse VRAI et FAUX
RECHERCHEV|valeur_cherchée; table_matrice; no_index_col; [valeur_proche]|Cherche dans la première colonne d’un tableau
RECHERCHEH|valeur_cherchée; table_matrice; no_index_lig; [valeur_proche]|Cherche dans la première ligne d’un tableau
RECHERCHEX|valeur_cherchée; tableau_recherche; tableau_renvoyé; [si_non_trouvé]|Cherche et renvoie la valeur correspondante
RECHERCHE|valeur_cherchée; vecteur_recherche; [vecteur_résultat]|Cherche dans une ligne ou une colonne triée
INDEX|matrice; no_lig; [no_col]|Valeur à une position
EQUIV|valeur_cherchée; tableau_recherche; [type]|Position d’une valeur
ARRONDI|nombre; no_chiffres|Arrondit
ARRONDI.SUP|nombre; no_chiffres|Arrondit vers le haut
ARRONDI.INF|nombre; no_chiffres|Arrondit vers le bas
ENT|nombre|Partie entière
ABS|nombre|Valeur absolue
ALEA||Nombre entre 0 et 1, toujours le même dans une cellule
ALEA.ENTRE.BORNES|min; max|Nombre entier tiré entre deux bornes
RANG|nombre; référence; [ordre]|Rang dans une liste
AUJOURDHUI||Date du jour
MAINTENANT||Date et heure
DATE|année; mois; jour|Compose une date
JOUR|date|Jour d’une date
MOIS|date|Mois d’une date
ANNEE|date|Année d’une date
JOURSEM|date; [type_retour]|Numéro du jour de la semaine
FIN.MOIS|date; mois|Dernier jour du mois
MOIS.DECALER|date; mois|Même jour, quelques mois plus tard
NB.JOURS.OUVRES|date_début; date_fin; [jours_fériés]|Jours ouvrés entre deux dates
CONCAT|texte1; [texte2]; …|Met des textes bout à bout
JOINDRE.TEXTE|délimiteur; ignorer_vide; texte1; …|Joint des textes avec un séparateur
GAUCHE|texte; [no_car]|Premiers caractères
DROITE|texte; [no_car]|Derniers caractères
STXT|texte; no_départ; no_car|Caractères au milieu d’un texte
NBCAR|texte|Nombre de caractères
MAJUSCULE|texte|En majuscules
MINUSCULE|texte|En minuscules
NOMPROPRE|texte|Majuscule à chaque mot
SUPPRESPACE|texte|Retire les espaces superflus
TEXTE|valeur; format_texte|Nombre ou date en texte
VPM|taux; npm; va; [vc]; [type]|Mensualité d’un emprunt
`;

/** The functions of office work, in the order they are offered. */
export const FUNCTION_HELP: readonly FunctionHelp[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [name = '', args = '', does = ''] = line.split('|');
    return { name, args, does };
  });

const byName = new Map(FUNCTION_HELP.map((help) => [help.name, help]));
export const helpFor = (name: string): FunctionHelp | null => byName.get(name.toUpperCase()) ?? null;
