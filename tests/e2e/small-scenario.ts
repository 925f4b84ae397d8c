/** What a trainer types on an empty page: a whole small scenario, with one person misspelt for the checker to find. */
export const smallScenario = (id: string, title: string): string => `format: 1
scenario: ${id}
titre: "${title}"
referentiel: SA-2017
duree: "00:20"
debut_fictif: "2026-05-12 09:00"
entreprise:
  nom: Belval
  forme: SARL
  activite: Menuiserie
  adresse: ["4, rue des Copeaux", "44000 NANTES"]
  tel: "02 61 91 30 10"
  courriel: contact@belval.example
  siren: "000 007 310"
  tva: FR00000007310
  couleur: "#7a4a21"
poste:
  role: Secrétaire
  delegation: Vous ne promettez ni délai ni prix.
  courriel: accueil@belval.example
  poste: "101"
  responsable: gerante
  signature: Le secrétariat
personnes:
  gerante: { nom: Hélène Belval, fonction: Gérante, courriel: h.belval@belval.example, poste: "201" }
  client: { nom: Marc Jolivet, fonction: Client, courriel: m.jolivet@courrier.example, tel: "02 61 91 44 12" }
dossier:
  sections:
    - { id: situation, titre: Votre situation, texte: Vous tenez le secrétariat de la menuiserie Belval. }
decor: {}
taches:
  - id: demande_jolivet
    titre: Répondre à la demande de M. Jolivet
    consigne: Répondez au client et informez la gérante.
    echeance: "00:15"
    productions:
      - { id: reponse, titre: Courriel à M. Jolivet, type: courriel, fait: { fait: courriel.envoye, a: client } }
    attendus:
      - { id: client_informe, constat: Client informé, sinon: Client non informé, fait: { fait: courriel.envoye, a: client } }
      - { id: gerante_informee, constat: Gérante informée, sinon: Gérante non informée, fait: { fait: courriel.envoye, a: gerante } }
deroule:
  - id: courriel_jolivet
    a: "00:00:02"
    courriel:
      de: clinet
      objet: Un escalier pour notre maison
      corps: Bonjour, quand pourriez-vous venir prendre les mesures ?
  - id: appel_gerante
    a: "00:10"
    appel:
      de: gerante
      messagerie: Bonjour, Hélène Belval. Prévenez-moi si M. Jolivet se manifeste.
      dialogue:
        bonjour:
          dit: Bonjour, c’est Hélène. Du nouveau ce matin ?
          choix:
            - { id: oui, texte: "Oui, M. Jolivet demande un escalier.", vers: merci }
            - { id: non, texte: "Non, rien pour l’instant.", vers: entendu }
        merci: { dit: "Parfait, je le rappellerai.", fin: prevenue }
        entendu: { dit: "Bien. À tout à l’heure.", fin: non_prevenue }
`;
