import { describe, expect, it } from 'vitest';
import { demoScene } from '../../../../tests/builders/demo-scene';
import { treeModel } from '../../desk/files/model';
import { deskReader } from '../../desk/fold';
import type { DeskEvent, Gesture } from '../../log/entry';
import { letterDelivered } from '../../log/script-world';
import type { SceneLetter } from '../../scene/scene';
import * as events from './events';
import { postFacts } from './facts';
import { postExporter } from './files.server';
import { postModel } from './model';
import { entryNumber, postBadge, type EntryFields, type PostState } from './state';
import { fieldsOfEnvelope, readDay } from './words';

const sealed: SceneLetter = {
  id: 'l-1',
  nature: 'registered',
  envelope: {
    sender: 'Anjou Syndic, 40, rue Plantagenêt, 49100 ANGERS',
    addressee: 'Madame Claire MORVAN, Verdelis SAS, 12, rue des Serres, 49000 ANGERS',
    mention: 'Personnel et confidentiel'
  },
  trackingNumber: '1A 203 456 7890 1',
  content: []
};
const scene = demoScene({ letters: [sealed, { ...sealed, id: 'l-2', nature: 'letter' }] });
const mine = (gesture: Gesture, t = 0): DeskEvent => ({ ...gesture, by: 'candidate', t });
const fold = (...list: DeskEvent[]): PostState => list.reduce(postModel.reduce, postModel.open(scene));
const factsOf = (event: DeskEvent, post: PostState) =>
  postFacts(event, deskReader(scene, { post, tree: treeModel.open(scene) }));
const fields: EntryFields = {
  day: '2026-03-17',
  sender: 'Anjou Syndic',
  addressee: 'Claire Morvan',
  nature: 'Recommandé',
  subject: '',
  tracking: '1A 203 456 7890 1',
  service: 'Direction'
};
const entry = (id: string, direction: 'arrival' | 'departure' = 'arrival', letter?: string) =>
  mine(events.entryMade({ entry: id, direction, ...(letter && { letter }), ...fields }));

describe('the tray', () => {
  it('counts what is not dealt with, and counts it again once taken back', () => {
    const given = mine(events.letterDistributed({ letter: 'l-1', to: 'directrice', note: '' }));
    expect(postBadge(fold())).toBe(2);
    expect(postBadge(fold(given))).toBe(1);
    expect(postBadge(fold(given, mine(events.letterTakenBack({ letter: 'l-1' }))))).toBe(2);
  });

  it('takes a letter that comes during the day, sealed', () => {
    const {
      id: _,
      nature,
      envelope: { sender, addressee }
    } = sealed;
    const arrived: DeskEvent = {
      ...letterDelivered({ letter: 'l-9', nature, envelope: { sender, addressee }, content: [] }),
      by: 'script',
      t: 9
    };
    expect(fold(arrived).letters.at(-1)).toMatchObject({ id: 'l-9', arrivedMs: 9 });
    expect(fold(arrived).letters.at(-1)?.openedMs).toBeUndefined();
  });

  it('leaves alone what is no more on the desk', () => {
    const given = mine(events.letterDistributed({ letter: 'l-1', to: 'directrice', note: '' }));
    const after = fold(given, mine(events.letterOpened({ letter: 'l-1' }), 5));
    expect(after.letters[0]?.openedMs).toBeUndefined();
  });

  it('says of a distributed letter whether it was open', () => {
    const given = mine(events.letterDistributed({ letter: 'l-1', to: 'directrice', note: '' }));
    const fact = { fait: 'pli.distribue', pli: 'l-1', pour: 'directrice' };
    expect(factsOf(given, fold(given))).toEqual([{ ...fact, ouvert: false }]);
    const opened = mine(events.letterOpened({ letter: 'l-1' }));
    expect(factsOf(given, fold(opened, given))).toEqual([{ ...fact, ouvert: true }]);
  });

  it('names a scan with its folder', () => {
    const scan = mine(
      events.letterScanned({ letter: 'l-2', file: 'f', name: 'FACTURE.pdf', folder: 'clients' })
    );
    expect(factsOf(scan, fold(scan))).toEqual([
      { fait: 'pli.numerise', pli: 'l-2', nom: 'FACTURE.pdf', dossier: 'Clients' }
    ]);
  });
});

describe('the register', () => {
  it('numbers each direction without a gap, struck lines included', () => {
    const struck = mine(events.entryStruck({ entry: 'e1', struck: true }));
    const post = fold(entry('e1'), struck, entry('e2'), entry('e3', 'departure'));
    expect(post.entries.map((line) => [entryNumber(line), line.struck])).toEqual([
      ['A-001', true],
      ['A-002', false],
      ['D-001', false]
    ]);
  });

  it('keeps what a corrected line said, and tells the script what it says now', () => {
    const correction = mine(events.entryCorrected({ entry: 'e1', ...fields, service: 'Comptabilité' }));
    const post = fold(entry('e1', 'arrival', 'l-1'), correction);
    expect(post.entries[0]).toMatchObject({ service: 'Comptabilité', before: [{ service: 'Direction' }] });
    expect(factsOf(correction, post)).toMatchObject([
      {
        fait: 'pli.enregistre',
        pli: 'l-1',
        sens: 'arrivee',
        numero: 'A-001',
        recommande: '1A 203 456 7890 1'
      }
    ]);
    expect(factsOf(correction, post)[0]?.texte).toContain('Comptabilité');
  });

  it('copies from the envelope what can be read on it, and nothing else', () => {
    expect(fieldsOfEnvelope(fold().letters[0]!, '2026-03-17')).toEqual({
      day: '2026-03-17',
      sender: 'Anjou Syndic',
      addressee: 'Madame Claire MORVAN, Verdelis SAS',
      nature: 'Recommandé',
      subject: '',
      tracking: '1A 203 456 7890 1',
      service: ''
    });
  });

  it.each([
    ['17/03/2026', '2026-03-17'],
    ['7/3/26', '2026-03-07'],
    ['31/02/2026', null],
    ['mardi', null]
  ])('reads the day %s', (typed, day) => expect(readDay(typed)).toBe(day));
});

describe('what leaves', () => {
  it('gets a number when it is followed or registered, a different one each time', () => {
    const send = (sending: string, mode: 'green' | 'tracked' | 'registered') =>
      mine(events.letterSent({ sending, file: 'copy', name: 'Lettre.docx', recipient: 'M. Aubry', mode }));
    const post = fold(send('s1', 'green'), send('s2', 'registered'), send('s3', 'registered'));
    const [green, first, second] = post.sendings.map(({ trackingNumber }) => trackingNumber);
    expect(green).toBeUndefined();
    expect(first).toMatch(/^1A/);
    expect(second).not.toBe(first);
    expect(factsOf(send('s2', 'registered'), post)).toEqual([
      {
        fait: 'pli.expedie',
        nom: 'Lettre.docx',
        destinataire: 'M. Aubry',
        mode: 'recommandé avec AR',
        recommande: first
      }
    ]);
  });
});

describe('the archive', () => {
  it('has the register three ways, and what became of each letter', async () => {
    const post = fold(entry('e1', 'arrival', 'l-1'));
    const files = await postExporter.exportAll(deskReader(scene, { post, tree: treeModel.open(scene) }));
    expect(files.map(({ name }) => name)).toEqual([
      'Registre arrivée.xlsx',
      'Registre arrivée.csv',
      'Registre arrivée.pdf',
      'Bannette.csv'
    ]);
    const text = new TextDecoder().decode(files[1]!.bytes);
    expect(text).toContain('A-001;17/03/2026;Anjou Syndic;Claire Morvan');
    expect(new TextDecoder().decode(files[2]!.bytes.slice(0, 4))).toBe('%PDF');
  });
});
