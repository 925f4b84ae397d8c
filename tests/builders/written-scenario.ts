import { Draft, SCENARIO } from '../../src/lib/authoring/document/draft.svelte';
import { FormAt } from '../../src/lib/authoring/forms/form-at';
import type { Path } from '../../src/lib/authoring/document/yaml-edit';

/** A small scenario with comments and habits of its own, for the tests of forms. Not complete: the checker would complain. */
export const WRITTEN = `titre: Essai
debut_fictif: "2026-03-17 08:32"
# Les gens
personnes:
  claire: { nom: Claire Morvan, fonction: Directrice, poste: "201" } # la directrice
  aubry: { nom: Jean Aubry,   fonction: Client, tel: "02 61 91 22 08" }
dossier:
  sections: []
  documents: [cgv]
decor:
  dossiers:
    - { id: clients, nom: Clients }
    - { id: clos, nom: Clos angevin, parent: clients } # un sous-dossier
  fichiers:
    - { id: cgv, piece: cgv.pdf, nom: Conditions.pdf, dossier: clients }
    - { id: bl, piece: bl.pdf, dossier: clos }
  commandes:
    clients:
      - { id: clos, numero: C-0112, nom: Clos angevin, adresse: ["8, rue du Clos", "01100 ANGERS"], reglement: 30 jours }
    articles:
      # le plus vendu
      - { id: jar, reference: JAR-80, designation: Jardinière, unite: pièce, prix: 62.50, tva: 20, stock: 64 }
    derniers_numeros: { devis: D-1, commande: C-1, livraison: L-1, facture: F-1, avoir: A-1 }
taches:
  - id: lettre
    titre: Répondre
    consigne: Répondez.
    productions: [{ id: reponse, titre: Lettre, type: texte }]
deroule:
  - { id: appel, a: "00:05", courriel: { de: aubry, objet: Bonjour, corps: Bonjour } }
`;

/** The draft of a text, with pieces of these names. */
export const draftOf = (
  text = WRITTEN,
  pieces: readonly string[] = ['cgv.pdf', 'bl.pdf', 'scan.png']
): Draft =>
  new Draft({
    id: 'essai',
    version: 1,
    texts: { [SCENARIO]: text },
    pieces: pieces.map((name) => ({ name, hash: 'a'.repeat(64), size: 1 })),
    readOnly: false
  });

/** A form at a path of scenario.yaml. */
export const formOf = (draft: Draft, ...path: Path): FormAt => new FormAt(draft, SCENARIO, path);
