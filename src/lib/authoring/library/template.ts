const SCENARIO = `# Votre scénario. Tout ce qui suit est un exemple qui se joue tel quel : changez-le à votre idée.
# Les heures (« a », « duree », « echeance ») comptent depuis le début de l’épreuve : "00:05" veut dire cinq minutes après.
format: 1
scenario: %ID%
titre: %TITLE%
referentiel: SA-2017
duree: "00:30"
debut_fictif: "2026-03-17 08:32"

# L’entreprise où travaille le candidat
entreprise:
  nom: Atelier Belval
  forme: SARL
  activite: Menuiserie sur mesure
  adresse: ["4, rue des Copeaux", "44000 NANTES"]
  tel: "02 61 91 30 10"
  courriel: contact@atelier-belval.example
  siren: "000 007 310"
  tva: FR00000007310
  couleur: "#7a4a21"

# Son poste
poste:
  role: Secrétaire assistante ou assistant
  delegation: |
    Vous répondez seul(e) aux demandes courantes. Vous ne promettez ni délai ni prix : vous transmettez à la gérante.
  courriel: accueil@atelier-belval.example
  poste: "101"
  responsable: gerante
  signature: "Le secrétariat\\nAtelier Belval — 4, rue des Copeaux, 44000 Nantes — 02 61 91 30 10"

# Les personnes de l’histoire : « poste » pour un collègue, « tel » pour quelqu’un du dehors
personnes:
  gerante: { nom: Hélène Belval, fonction: Gérante, courriel: h.belval@atelier-belval.example, poste: "201" }
  client: { nom: Marc Jolivet, fonction: Client, courriel: m.jolivet@courrier.example, tel: "02 61 91 44 12" }

# Ce que le candidat lit avant de commencer
dossier:
  sections:
    - id: situation
      titre: Votre situation
      texte: |
        ## Mardi 17 mars 2026, 8 h 32

        Vous tenez le secrétariat de l’**Atelier Belval**, menuiserie de huit salariés à Nantes. Votre responsable est **Hélène Belval**, gérante.
    - id: demandes
      titre: Ce qui vous est demandé
      texte: |
        ## Un travail

        **Répondre à la demande de M. Jolivet**, qui arrive par courriel, et en informer Mme Belval. *Échéance : 20 minutes après le début.*

# Ce qui est déjà sur le poste : fichiers, messages reçus, agendas, commandes (voir le guide de l’auteur)
decor: {}

# Les travaux, et ce que le jury attend
taches:
  - id: demande_jolivet
    titre: Répondre à la demande de M. Jolivet
    consigne: Répondre au client par courriel et informer la gérante de sa demande.
    echeance: "00:20"
    productions:
      - { id: reponse, titre: Courriel à M. Jolivet, type: courriel, fait: { fait: courriel.envoye, a: client } }
    reponse: |
      Le courriel remercie M. Jolivet, annonce que Mme Belval le rappellera et ne promet ni date ni prix.
    attendus:
      - { id: client_informe, constat: M. Jolivet a reçu une réponse, sinon: M. Jolivet n’a pas reçu de réponse, fait: { fait: courriel.envoye, a: client } }
      - { id: gerante_informee, constat: La gérante est informée de la demande, sinon: La gérante n’est pas informée de la demande, fait: { fait: courriel.envoye, a: gerante } }

# Ce qui arrive pendant l’épreuve
deroule:
  - id: courriel_jolivet
    a: "00:02"
    courriel:
      de: client
      objet: Un escalier pour notre maison
      corps: |
        Bonjour,

        Nous rénovons notre maison de Rezé et souhaitons un escalier en chêne. Pouvez-vous me dire quand quelqu’un pourrait venir prendre les mesures, et combien cela coûterait ?

        Marc Jolivet

  - id: appel_gerante
    a: "00:10"
    appel:
      de: gerante
      messagerie: Bonjour, Hélène Belval. Prévenez-moi si M. Jolivet se manifeste. À tout à l’heure.
      dialogue:
        bonjour:
          dit: Bonjour, c’est Hélène. Du nouveau ce matin ?
          choix:
            - { id: oui, texte: "Oui, M. Jolivet demande un escalier : je vous écris.", vers: merci }
            - { id: non, texte: "Non, rien pour l’instant.", vers: entendu }
        merci: { dit: "Parfait, je le rappellerai. À tout à l’heure.", fin: prevenue }
        entendu: { dit: "Bien. À tout à l’heure.", fin: non_prevenue }
`;

const GRID = `# Les indicateurs, par critère officiel du référentiel (les libellés officiels sont dans le logiciel).
format: 1
referentiel: SA-2017
# Une épreuve entière observe tous les critères officiels : retirez alors cette ligne.
partielle: true
criteres:
  CP2.1:
    indicateurs:
      - { id: langue, texte: Orthographe et syntaxe des courriels, productions: [demande_jolivet/reponse] }
  CP2.3:
    indicateurs:
      - id: destinataires
        texte: Le client et la gérante savent ce qu’ils ont à savoir
        productions: [demande_jolivet/reponse]
        preuves: [{ attendu: client_informe }, { attendu: gerante_informee }]
`;

/**
 * The texts of a new scenario: small, complete, without an error, commented for somebody who has never written one.
 * @param id its identifier
 * @param title as the author typed it
 */
export function templateTexts(id: string, title: string): Readonly<Record<string, string>> {
  const scenario = SCENARIO.replace('%ID%', id).replace('%TITLE%', () => JSON.stringify(title));
  return { 'grille.yaml': GRID, 'scenario.yaml': scenario };
}
