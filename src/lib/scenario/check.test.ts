import { describe, expect, it } from 'vitest';
import { exampleFolder } from '../../../tests/builders/example-scenario';
import { adding, both, expectOnly, plant, type Fault } from '../../../tests/builders/planted-fault';
import { checkScenario } from './check';

/** One broken fixture per message. */
const FAULTS: readonly Fault[] = [
  [
    'yaml.syntaxe',
    plant('scenario', 'titre: Comité', 'titre: Comité : de direction'),
    'Comité : de',
    'guillemets'
  ],
  ['yaml.syntaxe', plant('scenario', 'forme: SAS', 'forme: SAS\n  forme: SARL'), 'forme: SARL', 'deux fois'],
  [
    'yaml.guillemets',
    plant('scenario', 'tel: "02 61 91 22 08"', 'tel: 0261912208'),
    'tel: 0261912208',
    '"0261912208"'
  ],
  [
    'yaml.guillemets',
    plant('scenario', 'capital: "80 000 €"', 'capital: 01000'),
    'capital: 01000',
    '"01000"'
  ],
  ['format.cle-inconnue', plant('scenario', 'sonnerie: 40 s', 'sonerie: 40 s'), 'sonerie', 'sonnerie'],
  [
    'format.cle-inconnue',
    plant('scenario', 'nom: Clos angevin,', 'nom: Clos, angevin,'),
    'nom: Clos, angevin',
    'virgule'
  ],
  [
    'format.cle-manquante',
    plant('scenario', '  activite: Aménagement paysager\n', ''),
    'nom: Verdelis',
    'activite'
  ],
  ['format.valeur', plant('scenario', 'a: "00:05"', 'a: "5 min"'), 'a: "5 min"', 'hh:mm'],
  ['format.valeur', plant('scenario', 'prix: 62.50', 'prix: 62.505'), '62.505', 'deux décimales'],
  ['format.identifiant', plant('scenario', '  aubry: {', '  Aubry: {'), 'Aubry: {', 'minuscules'],
  [
    'nom.dossier-scenario',
    plant('scenario', 'scenario: exemple', 'scenario: autre'),
    'scenario: autre',
    'exemple'
  ],
  [
    'nom.referentiel',
    both(
      plant('scenario', 'referentiel: SA-2017', 'referentiel: SA-2018'),
      plant('grid', 'referentiel: SA-2017', 'referentiel: "SA-2018"')
    ),
    'referentiel: SA-2018',
    'SA-2017'
  ],
  [
    'nom.personne',
    plant('scenario', 'de: aubry\n      sonnerie', 'de: aubri\n      sonnerie'),
    'de: aubri',
    'aubry'
  ],
  [
    'nom.personne',
    plant('scenario', 'quand: { fait: courriel.envoye, a: aubry', 'quand: { fait: courriel.envoye, a: obry'),
    'a: obry',
    'aubry'
  ],
  [
    'nom.sans-courriel',
    plant('scenario', 'courriel: j.aubry@clos.example, ', ''),
    'objet: "RE : Jardinières',
    'adresse'
  ],
  [
    'nom.sans-numero',
    plant('scenario', ', tel: "02 61 91 22 08" }', ' }'),
    'de: aubry\n      sonnerie',
    'numéro'
  ],
  [
    'nom.piece',
    both(
      plant('scenario', 'piece: cgv.pdf', 'piece: cvg.pdf'),
      plant('scenario', 'en_reponse: true', 'pieces: [cgv.pdf]')
    ),
    'cvg.pdf',
    'cgv.pdf'
  ],
  ['nom.piece', plant('scenario', 'en_reponse: true', 'pieces: [bon.pdf]'), 'bon.pdf', 'bon.pdf'],
  ['nom.dossier', plant('scenario', 'dossier: modeles', 'dossier: modele'), 'dossier: modele }', 'modeles'],
  ['nom.fichier', plant('scenario', 'documents: [cgv]', 'documents: [cgw]'), 'cgw', 'cgv'],
  [
    'nom.calendrier',
    plant('scenario', 'calendriers: [cal-directrice, salle]', 'calendriers: [sale]'),
    'sale]',
    'salle'
  ],
  ['nom.client', plant('scenario', 'client: clos', 'client: close'), 'client: close', 'clos'],
  [
    'nom.article',
    plant('scenario', 'article: jardiniere', 'article: jardinier'),
    'article: jardinier,',
    'jardiniere'
  ],
  [
    'nom.evenement',
    plant('scenario', 'evenement: appel_aubry, issue', 'evenement: appel_obry, issue'),
    'appel_obry',
    'appel_aubry'
  ],
  [
    'nom.tache',
    plant('scenario', 'tache: reclamation', 'tache: reclamations'),
    'reclamations',
    'reclamation'
  ],
  [
    'nom.issue',
    plant('scenario', 'issue: [message_complet, transfere]', 'issue: [message_entier]'),
    'message_entier',
    'message_entier'
  ],
  ['nom.double', plant('scenario', '- id: panne', '- id: relance'), '- id: relance\n    manuel', 'deux fois'],
  [
    'declencheur.double',
    plant('scenario', '    manuel: true', '    manuel: true\n    a: "00:10"'),
    'manuel: true',
    'a, manuel'
  ],
  ['declencheur.aucun', plant('scenario', '    manuel: true\n', ''), '- id: panne', 'panne'],
  [
    'contenu',
    plant(
      'scenario',
      '    courriel: { de: directrice, objet: Imprimante en panne, corps: "Tout en PDF, s’il vous plaît." }\n',
      ''
    ),
    '- id: panne',
    'courriel'
  ],
  [
    'constat.objet',
    plant('scenario', 'evenement: appel_aubry, issue', 'tache: reclamation, evenement: appel_aubry, issue'),
    'tache: reclamation, evenement',
    'exactement'
  ],
  [
    'constat.issue',
    plant('scenario', ', issue: [message_complet, transfere] }', ' }'),
    'message_transmis, constat',
    'issue'
  ],
  ['temps.apres-la-fin', plant('scenario', 'a: "00:05"', 'a: "00:15"'), 'a: "00:15"', '00:15'],
  ['temps.appel-trop-long', plant('scenario', 'a: "00:05"', 'a: "00:14"'), 'a: "00:14"', 'sonner'],
  ['temps.echeance', plant('scenario', 'echeance: "00:12"', 'echeance: "00:16"'), '"00:16"', '00:16'],
  [
    'temps.date',
    plant('scenario', 'debut_fictif: "2026-03-17', 'debut_fictif: "2026-02-30'),
    '2026-02-30',
    '2026-02-30'
  ],
  [
    'temps.date',
    plant('scenario', 'fin: "2026-03-19 16:00"', 'fin: "2026-03-19 13:00"'),
    '19 13:00',
    'rendez-vous'
  ],
  [
    'agenda.calendrier',
    plant('scenario', 'personne: directrice, couleur', 'couleur'),
    'cal-directrice, couleur',
    'salle'
  ],
  [
    'commande.ligne',
    plant('scenario', 'designation: Port, quantite: 1, prix: 90', 'designation: Port, quantite: 1'),
    'quantite: 1, tva',
    'prix'
  ],
  ['replique.inconnue', plant('scenario', 'vers: message }', 'vers: mesage }'), 'vers: mesage }', 'message'],
  [
    'replique.sans-texte',
    plant('scenario', 'passe: { dit: "Je vous remercie.", fin', 'passe: { audio: cgv.pdf, fin'),
    'audio: cgv',
    'dit'
  ],
  [
    'replique.sans-suite',
    plant('scenario', ', fin: econduit }', ' }'),
    'dit: "Bon. Au revoir."',
    'nulle part'
  ],
  [
    'replique.fin-et-suite',
    plant('scenario', 'fin: econduit }', 'fin: econduit, saisie: [{ vers: merci }] }'),
    'fin: econduit, saisie',
    'pourtant'
  ],
  [
    'replique.jamais-atteinte',
    plant('scenario', 'fin: econduit }', 'fin: econduit }\n        perdue: { dit: "?", fin: rien }'),
    'perdue:',
    'perdue'
  ],
  [
    'branche.masquee',
    both(
      plant('scenario', ', si: { contient_tout: [aubry, "20"], pour: directrice }', ''),
      plant('scenario', '- { vers: vexe }', '- { vers: merci_bref }')
    ),
    'id: noter_incomplet',
    'au-dessus'
  ],
  ['saisie.repli', plant('scenario', '            - { vers: vexe }\n', ''), '          saisie:', 'repli'],
  [
    'choix.sans-texte',
    plant('scenario', 'texte: "Elle n’est pas là, rappelez plus tard.", ', ''),
    'id: sec, vers',
    'sec'
  ],
  [
    'choix.condition',
    plant('scenario', '{ id: sec, ', '{ id: sec, si: { contient: a }, '),
    'id: sec, si',
    'action: message'
  ],
  [
    'evenement.jamais',
    plant('scenario', 'apres: { tache: reclamation, issue: en_retard }', 'apres: { evenement: relance }'),
    'evenement: relance',
    'relance'
  ],
  ['nom.critere', plant('grid', 'CP7.3', 'CP7.9'), 'CP7.9', 'CP7.6'],
  ['nom.competence', plant('grid', 'CP7.3', 'CP12.1'), 'CP12.1', 'CP9'],
  ['nom.production', plant('grid', 'reclamation/lettre', 'reclamation/letre'), 'letre', 'lettre'],
  [
    'nom.attendu',
    plant('grid', 'attendu: message_transmis', 'attendu: message'),
    'attendu: message\n',
    'message_transmis'
  ],
  ['nom.choix', plant('run', 'choix: absente', 'choix: absent'), 'choix: absent }', 'absente'],
  ['parcours.heure', plant('run', 'heure: "00:04"', 'heure: "00:14"'), '"00:05:10"', 'ordre'],
  [
    'nom.document',
    plant('scenario', 'etat: valide', 'etat: valide\n        origine: co-0205'),
    'origine',
    'fa-0387'
  ],
  [
    'nom.pli',
    adding('  - { id: v, quand: { fait: pli.ouvert, pli: lettre }, annonce: { titre: T, texte: T } }'),
    'id: v,',
    'déclaré'
  ],
  ['parcours.etape', plant('run', 'fait: piece.validee, type', 'type'), 'heure: "00:04", type', 'fait']
];

describe('checkScenario', () => {
  it('finds nothing wrong with the documented example', () => {
    expect(checkScenario(exampleFolder())).toEqual([]);
  });

  it.each(FAULTS)('%s', (...fault) => expectOnly(fault));

  it('warns of an amount looked for on a draft', () => {
    const fault = plant(
      'scenario',
      'fait: piece.validee, type: avoir, total',
      'fait: piece.creee, type: avoir, total'
    );
    expect(checkScenario(exampleFolder(fault))).toMatchObject([
      { code: 'piece.brouillon', severity: 'avertissement' }
    ]);
  });

  it('warns of a piece that serves nowhere and of a missing grid', () => {
    const folder = exampleFolder();
    const extra = { ...folder.pieces.get('cgv.pdf')!, name: 'oublie.pdf' };
    const problems = checkScenario({
      ...folder,
      grid: null,
      pieces: new Map([...folder.pieces, [extra.name, extra]])
    });
    expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'avertissement grille.absente',
      'avertissement piece.inutile'
    ]);
  });
});
