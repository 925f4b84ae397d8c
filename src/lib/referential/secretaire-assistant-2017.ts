import { type Competency, type ReferentialVersion } from './referential';

/**
 * Secrétaire assistant (TP-00374), REAC revised in 2017. Wording of activities, competencies and criteria: verbatim from
 * the official document, apostrophes included. The durations of the parts are not in the documents at hand: none is given.
 */
const competency = (id: string, title: string, wordings: readonly string[]): Competency => ({
  id,
  title,
  criteria: wordings.map((wording, index) => ({ id: `${id}.${index + 1}`, wording }))
});

export const secretaireAssistant2017: ReferentialVersion = {
  id: 'SA-2017',
  title: { acronym: 'SA', code: 'TP-00374', name: 'Secrétaire assistant', level: 4, nsf: '324t' },
  millesime: '2017',
  validity: {
    from: null,
    until: null,
    note: 'Prorogation publiée au JO du 13 juillet 2022 ; dates à confirmer sur le référentiel d’évaluation'
  },
  successor: null,
  examParts: null,
  activities: [
    {
      id: 'CCP1',
      title: "Assister une équipe dans la communication des informations et l'organisation des activités",
      competencies: [
        competency('CP1', 'Produire des documents professionnels courants', [
          'L’information transmise est fiable',
          'Les règles orthographiques et syntaxiques sont respectées',
          'Les normes typographiques et de présentation sont respectées',
          'Les délais et les consignes sont respectés',
          "La production est conforme à l'objectif visé"
        ]),
        competency('CP2', 'Communiquer des informations par écrit', [
          'Les règles orthographiques et syntaxiques sont respectées',
          'L’information transmise est fiable',
          'L’information transmise répond au résultat recherché',
          'Le mode de transmission de l’information est adapté à la situation',
          'Les écrits répondent aux normes de la communication professionnelle'
        ]),
        competency('CP3', 'Assurer la traçabilité et la conservation des informations', [
          'Les règles de classement sont respectées',
          'Les mails sont classés de façon à assurer un traitement efficace',
          'Le classement physique est organisé de façon ergonomique',
          'Le classement permet une recherche aisée et rapide'
        ]),
        competency('CP4', 'Accueillir un visiteur et transmettre des informations oralement', [
          'L’interlocuteur est écouté et sa demande est prise en compte',
          'L’expression orale est claire et adaptée à l’interlocuteur',
          'Les informations transmises sont fiables',
          'Le mode de communication est adapté à l’interlocuteur et au message',
          'L’attitude est courtoise quelle que soit la situation'
        ]),
        competency('CP5', "Planifier et organiser les activités de l'équipe", [
          'Les contraintes de temps et de budget sont prises en compte',
          'Les données nécessaires à l’établissement des budgets et de leur suivi sont justes',
          'Les priorités sont prises en compte',
          'La mise à jour des informations est fiable',
          "Les personnes sont informées de toute modification dans l'organisation de leurs activités"
        ])
      ]
    },
    {
      id: 'CCP2',
      title:
        'Traiter les opérations administratives liées à la gestion commerciale et aux ressources humaines',
      competencies: [
        competency('CP6', "Assurer l'administration des achats et des ventes", [
          'Le processus de traitement des commandes est respecté',
          'Les données saisies sont correctes',
          'Les dates, délais et échéances sont respectés',
          'Les conditions de vente sont appliquées',
          'Les fichiers et les dossiers sont actualisés'
        ]),
        competency(
          'CP7',
          "Répondre aux demandes d'information des clients et traiter les réclamations courantes",
          [
            'La réponse apportée concilie satisfaction du client et intérêt de l’entreprise',
            'Les conditions générales de vente sont respectées',
            'Le niveau de délégation accordé est respecté',
            'L’information est communiquée à l’interlocuteur concerné',
            'Le ton et le style de la réponse sont adaptés à une relation commerciale',
            'L’expression orale et écrite respecte les normes professionnelles'
          ]
        ),
        competency('CP8', "Élaborer et actualiser des tableaux de suivi de l'activité commerciale", [
          'Les données saisies sont fiables',
          'Les formules de calcul utilisées sont correctes',
          "L'organisation des données facilite la lecture du tableau",
          'Le choix du graphique est cohérent avec l’objectif visé',
          'Le commentaire met en évidence les éléments significatifs'
        ]),
        competency('CP9', 'Assurer le suivi administratif courant du personnel', [
          'Les règles législatives et conventionnelles sont respectées',
          'Les échéances sont respectées',
          'Les informations relatives au salarié sont actualisées',
          'L’information transmise est fiable et répond à la demande',
          'Les règles de confidentialité sont respectées'
        ])
      ]
    }
  ],
  transversal: [
    competency('CT1', 'Organiser son environnement de travail et ses activités', [
      'Les productions sont réalisées dans les délais impartis',
      'La recherche de documents est aisée et rapide',
      'Le développement durable est pris en compte'
    ]),
    competency('CT2', 'Assurer une veille technologique et informationnelle', [
      "L'information est fiable",
      'L’utilisation des outils et espaces numériques est privilégiée'
    ]),
    competency('CT3', 'S’adapter à des situations et des interlocuteurs variés', [
      'La posture est adaptée à l’interlocuteur',
      'La communication est courtoise',
      'Les modifications nécessitées par la nouvelle situation sont effectuées'
    ])
  ]
};
