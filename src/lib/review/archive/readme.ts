const NBSP = '\u00a0';

/** `LISEZMOI.txt` of an archive. */
export const readme = (number: string): string => `ARCHIVE DE LA COPIE N°${NBSP}${number}
Plateau, poste de travail reconstitué

journal.ndjson        Tout ce qui s’est passé, une entrée par ligne. Chaque entrée porte l’empreinte de la précédente.
productions/final/    Les productions du candidat à la fin de l’épreuve, en formats courants.
productions/remises/  Les fichiers et l’agenda tels qu’ils ont été remis. Un courriel envoyé ou une pièce
                      commerciale validée ne changent plus${NBSP}: ils sont dans productions/final.
productions/echeances/ Là où rien n’était remis à l’échéance (ou à la fin)${NBSP}: les fichiers du candidat, tels qu’ils étaient.
grille/               Les appréciations des deux jurés, leur accord, et la grille en PDF. Les jurés n’y sont pas nommés.
manifeste.json        La liste des fichiers avec leur taille et leur empreinte SHA-256, et la clé de signature.
manifeste.jws         La signature Ed25519 du manifeste (JWS compact, charge utile en JSON canonique).

Pour vérifier cette archive avec Plateau${NBSP}:
    npm run archive -- verify FICHIER.zip --cle EMPREINTE
L’empreinte de la clé est imprimée à la fin du procès-verbal de la session${NBSP}: c’est elle qui prouve l’origine.

Plateau n’inscrit pas le nom du candidat dans cette archive${NBSP}: le procès-verbal le relie au numéro de copie.
`;
