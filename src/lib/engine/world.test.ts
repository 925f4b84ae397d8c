import { describe, expect, it } from 'vitest';
import { exampleFolder, masterForTest } from '../../../tests/builders/example-scenario';
import { does, issues, playScript, shown } from '../../../tests/builders/played-script';
import {
  agendaChanged,
  chatReceived,
  fileDropped,
  letterDelivered,
  noticeGiven,
  ordersChanged,
  visitorHandedOver,
  visitorLeft,
  taskGiven,
  visitorSaid
} from '../log/script-world';
import { phoneEnded, phoneRang, phoneSaid } from '../log/script-events';
import { runnable } from './beat';
import { examTime } from './clock';
import { beatTriggered, clockStarted } from './events';
import { Simulation } from './simulate';

const MINUTE = 60_000;

const CHAT = `
  - id: salle
    a: "00:02"
    discussion:
      de: directrice
      patience: 4 min
      relance: { apres: 1 min, dit: "Vous avez vu ?" }
      dialogue:
        demande:
          dit: "La salle Loire est libre à 14 h ?"
          choix: [{ id: regarde, texte: "Je regarde.", vers: attend }]
          saisie: [{ si: { contient: [oui, libre] }, vers: merci }, { vers: bref }]
        attend: { dit: "D’accord.", saisie: [{ vers: merci }] }
        merci: { dit: "Merci.", fin: repondu }
        bref: { dit: "Bon.", fin: a_cote }
`;

describe('instant messages', () => {
  it('are answered in one’s own words', async () => {
    const run = await playScript(CHAT);
    run.waitUntil(2 * MINUTE);
    const [first] = shown(run).filter((entry) => chatReceived.is(entry));
    expect(first).toMatchObject({ d: { person: 'directrice', text: 'La salle Loire est libre à 14 h ?' } });
    does(run, { fait: 'discussion.envoyee', avec: 'aubry', texte: 'oui' });
    expect(issues(run, 'salle')).toEqual([]);
    does(run, { fait: 'discussion.envoyee', avec: 'directrice', texte: 'Oui, elle est libre' });
    expect(issues(run, 'salle')).toEqual(['repondu']);
    const ids = shown(run).flatMap((entry) => (chatReceived.is(entry) ? [entry.d.message] : []));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.join()).not.toContain('salle');
  });

  it('insist once, then give up', async () => {
    const run = await playScript(CHAT);
    run.waitUntil(3 * MINUTE);
    expect(shown(run).at(-1)).toMatchObject({ d: { text: 'Vous avez vu ?' } });
    run.waitUntil(6 * MINUTE - 1);
    expect(issues(run, 'salle')).toEqual([]);
    run.waitUntil(6 * MINUTE);
    expect(issues(run, 'salle')).toEqual(['sans_reponse']);
  });

  it('may still be answered after the second try', async () => {
    const run = await playScript(CHAT);
    run.waitUntil(4 * MINUTE);
    does(run, { fait: 'discussion.envoyee', avec: 'directrice', texte: 'non' });
    expect(issues(run, 'salle')).toEqual(['a_cote']);
  });
});

const VISIT = `
  - id: livreur
    a: "00:02"
    visite:
      de: aubry
      apparence: Un livreur
      patience: 5 min
      impatience: { apres: 2 min, dit: "Il y a quelqu’un ?" }
      dialogue:
        bonjour:
          dit: "Bonjour, une livraison à signer."
          remet: cgv.pdf
          choix:
            - { id: noter, action: registre, si: { contient: aubry }, vers: inscrit }
            - { id: noter_mal, action: registre, vers: sec }
            - { id: appeler, action: prevenir, pour: directrice, vers: prevenue }
            - { id: signer, texte: "Je signe.", vers: sec }
        inscrit: { dit: "Voilà le bon.", choix: [{ id: ok, texte: "Merci.", vers: fini }] }
        prevenue: { dit: "J’attends donc.", saisie: [{ vers: fini }] }
        sec: { dit: "Au revoir.", fin: bacle }
        fini: { dit: "Merci, au revoir.", fin: recu }
`;

describe('a visitor', () => {
  const key = (run: Simulation) => run.scenario.compiled.beats.find(({ id }) => id === 'livreur')!.key;

  it('waits, speaks up, and leaves tired', async () => {
    const run = await playScript(VISIT);
    run.waitUntil(4 * MINUTE);
    expect(shown(run).map(({ type }) => type)).toEqual(['visitor.arrived', 'visitor.said']);
    run.waitUntil(7 * MINUTE);
    expect(shown(run).at(-1)).toMatchObject({ type: visitorLeft.type, d: { how: 'tired' } });
    expect(issues(run, 'livreur')).toEqual(['parti']);
  });

  it('is received, registered and leaves', async () => {
    const run = await playScript(VISIT);
    run.waitUntil(3 * MINUTE);
    const visite = key(run);
    does(run, { fait: 'visite.accueillie', visite });
    expect(shown(run).filter((entry) => visitorHandedOver.is(entry))).toHaveLength(1);
    does(run, { fait: 'visite.enregistree', visite, texte: 'M. Aubry, Clos angevin' });
    const said = shown(run).findLast((entry) => visitorSaid.is(entry));
    expect(said).toMatchObject({ d: { text: 'Voilà le bon.' } });
    const { k } = (said!.d as { choices: { k: number }[] }).choices[0]!;
    does(run, { fait: 'visite.choix', visite, choix: k });
    expect(issues(run, 'livreur')).toEqual(['recu']);
    run.wait(10_000);
    expect(shown(run).at(-1)).toMatchObject({ type: visitorLeft.type, d: { how: 'received' } });
  });

  it('waits while the telephone is answered, comes back, and is not for ever patient', async () => {
    const run = await playScript(VISIT);
    run.waitUntil(3 * MINUTE);
    const visite = key(run);
    does(run, { fait: 'visite.accueillie', visite });
    does(run, { fait: 'visite.attente', visite });
    run.wait(MINUTE);
    does(run, { fait: 'visite.accueillie', visite });
    expect(shown(run).at(-1)).toMatchObject({ d: { text: 'Oui, je suis toujours là.' } });
    does(run, { fait: 'visite.attente', visite });
    run.wait(5 * MINUTE);
    expect(issues(run, 'livreur')).toEqual(['parti']);
  });

  it('is announced to the right person', async () => {
    const run = await playScript(VISIT);
    run.waitUntil(3 * MINUTE);
    const visite = key(run);
    does(run, { fait: 'visite.accueillie', visite });
    does(run, { fait: 'visite.prevenu', visite, pour: 'aubry' });
    expect(issues(run, 'livreur')).toEqual([]);
    does(run, { fait: 'visite.prevenu', visite, pour: 'directrice' });
    does(run, { fait: 'visite.dit', visite, texte: 'Elle arrive.' });
    expect(issues(run, 'livreur')).toEqual(['recu']);
  });
});

const CALL = `
  - id: premier
    a: "00:02"
    appel:
      de: aubry
      attente: 1 min
      dialogue:
        bonjour: { dit: "Bonjour, Aubry.", choix: [{ id: oui, texte: "Oui.", vers: fini }] }
        fini: { dit: "Merci.", fin: ok }
  - id: second
    a: "00:03"
    appel:
      de: directrice
      dialogue: { bonjour: { dit: "C’est moi.", fin: ok } }
`;

describe('a call on hold', () => {
  const callOf = (run: Simulation, beat: string) =>
    run.state.conversation?.beat === beat ? run.state.conversation.call : run.state.held[beat];

  it('leaves the line free for another, and is taken back', async () => {
    const run = await playScript(CALL);
    run.waitUntil(2 * MINUTE);
    const first = callOf(run, 'premier')!;
    does(run, { fait: 'appel.decroche', appel: first });
    run.waitUntil(3 * MINUTE - 20_000);
    does(run, { fait: 'appel.attente', appel: first });
    expect(run.state.conversation).toBeNull();
    run.waitUntil(3 * MINUTE);
    expect(shown(run).at(-1)).toMatchObject({ type: phoneRang.type });
    const second = callOf(run, 'second')!;
    does(run, { fait: 'appel.repris', appel: first });
    expect(run.state.held).toHaveProperty('premier');
    does(run, { fait: 'appel.decroche', appel: second });
    does(run, { fait: 'appel.raccroche', appel: second });
    does(run, { fait: 'appel.repris', appel: first });
    expect(run.state.conversation?.call).toBe(first);
    expect(run.state.held).toEqual({});
  });

  it('is given up by who has waited too long', async () => {
    const run = await playScript(CALL);
    run.waitUntil(2 * MINUTE);
    const first = callOf(run, 'premier')!;
    does(run, { fait: 'appel.decroche', appel: first });
    does(run, { fait: 'appel.attente', appel: first });
    run.waitUntil(3 * MINUTE);
    expect(issues(run, 'premier')).toEqual(['abandon']);
    expect(run.state.held).toEqual({});
    expect(run.log.findLast((entry) => phoneEnded.is(entry))).toMatchObject({ d: { call: first } });
  });
});

describe('a call to somebody of the directory', () => {
  it('reaches an answering machine, which takes a message, when no event answers', async () => {
    const run = await playScript(CALL);
    const { answering = [] } = run.scenario.compiled;
    expect(answering).toEqual([]);
    does(run, { fait: 'appel.passe', appel: 'call-1', numero: 'directrice' });
    expect(shown(run).at(-1)).toMatchObject({ type: phoneEnded.type, d: { how: 'missed' } });
    const scenario = runnable({
      ...run.scenario.compiled,
      answering: [
        { person: 'directrice', numbers: ['directrice', '201'], text: 'Laissez un message.', lang: 'fr' }
      ]
    });
    const again = new Simulation(scenario);
    again.start();
    does(again, { fait: 'appel.passe', appel: 'call-2', numero: 'directrice' });
    expect(shown(again).at(-1)).toMatchObject({ type: phoneSaid.type, d: { machine: true } });
    does(again, { fait: 'appel.passe', appel: 'call-3', numero: '201' });
    expect(shown(again).at(-1)).toMatchObject({ d: { call: 'call-3', how: 'busy' } });
    does(again, { fait: 'appel.dit', appel: 'call-2', texte: 'Rappelez-moi.' });
    expect(again.state.conversation).toBeNull();
  });
});

describe('what colleagues do', () => {
  it('arrives once, each in its own event', async () => {
    const run = await playScript(`
  - { id: lettre, a: "00:01", pli: { expediteur: Mobilier Loire, destinataire: Verdelis, nature: recommande, numero: "1A 203", contenu: [cgv.pdf] } }
  - { id: depot, a: "00:02", depot: { par: directrice, piece: cgv.pdf, nom: Tarif, dossier: modeles } }
  - { id: reunion, a: "00:03", agenda: { par: directrice, deplace: { rendez_vous: comite, debut: "2026-03-18 14:00", fin: "2026-03-18 16:00" } } }
  - { id: entree, a: "00:04", commandes: { par: directrice, stock: { article: jardiniere, quantite: 12, motif: Livraison } } }
  - { id: regle, a: "00:05", commandes: { par: directrice, reglement: { piece: fa-0387, montant: 100.50, le: "2026-03-17" } } }
  - { id: info, a: "00:06", annonce: { titre: Exercice, texte: "Évacuation à 11 h." } }
`);
    run.finish();
    const [letter, drop, move, stock, payment, notice] = shown(run);
    expect(letter).toMatchObject({
      type: letterDelivered.type,
      d: { nature: 'registered', trackingNumber: '1A 203' }
    });
    expect(drop).toMatchObject({
      type: fileDropped.type,
      d: { folder: 'modeles', document: { name: 'Tarif.pdf' } }
    });
    expect(move).toMatchObject({
      type: agendaChanged.type,
      d: { change: { do: 'move', appointment: 'comite' } }
    });
    expect(stock).toMatchObject({ type: ordersChanged.type, d: { change: { do: 'stock', quantity: 12 } } });
    expect(payment).toMatchObject({ d: { change: { do: 'payment', amountCents: 10_050 } } });
    expect(notice).toMatchObject({ type: noticeGiven.type, d: { title: 'Exercice' } });
    expect(issues(run, 'info')).toEqual(['arrive']);
  });
});

describe('a sitting entered late', () => {
  it('finds what has come meanwhile, each at its own minute, and keeps its end', async () => {
    const run = await playScript(CHAT);
    const late = new Simulation(run.scenario, { seed: 'essai' });
    late.do({ by: 'proctor', gesture: clockStarted({ lateMs: 4 * MINUTE }) });
    expect(shown(late).map(({ t }) => t)).toEqual([2 * MINUTE, 3 * MINUTE]);
    expect(examTime(late.state.clock, late.wall)).toBe(4 * MINUTE);
    late.finish();
    run.finish();
    expect(late.wall).toBe(run.wall - 4 * MINUTE);
    expect(issues(late, 'salle')).toEqual(['sans_reponse']);
  });
});

describe('a task given on the way', () => {
  it('is not in the subject, and comes with its event', async () => {
    const folder = exampleFolder((texts) => {
      texts.scenario = texts.scenario.replace(
        '    echeance: "00:12"',
        '    donnee_par: panne\n    echeance: "00:12"'
      );
    });
    const { compiled, candidate } = await masterForTest(folder);
    expect(candidate.tasks).toEqual([]);
    const run = new Simulation(runnable(compiled));
    run.start();
    run.do({ by: 'proctor', gesture: beatTriggered({ beat: 'panne' }) });
    const given = run.log.filter((entry) => taskGiven.is(entry));
    expect(given).toMatchObject([{ by: 'script', d: { task: { id: 'reclamation', deadlineMs: 720_000 } } }]);
    expect(JSON.stringify(given)).not.toContain('414');
  });
});
