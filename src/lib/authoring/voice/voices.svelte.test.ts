import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withNotes } from '../../voice/mp3-notes';
import { Draft, SCENARIO } from '../document/draft.svelte';
import { FormAt } from '../forms/form-at';
import { Refusal } from '../pages/api';
import { levelled } from './decode';
import { MicrophoneFault, startRecording } from './microphone';
import { SpokenLine } from './spoken-line';
import { Studio } from './studio.svelte';
import { VoiceMaker, type VoiceDevices } from './voice-maker.svelte';
import { VoiceRound } from './voice-round.svelte';

const TEXT = `personnes:
  aubry: { nom: Jean Aubry, fonction: Gérant }
deroule:
  # le client mécontent
  - id: appel_aubry
    appel:
      de: aubry
      messagerie: "Rappelez-moi."
      dialogue:
        accueil:
          dit: "Bonjour." # d’un ton sec
          choix: [{ id: oui, texte: Oui, vers: fin }]
        fin: { dit: "Thank you.", langue: en, fin: termine }
        rien: { dit: "", fin: termine }
`;
const CALL = ['deroule', 0, 'appel'] as const;

let draft: Draft;
let studio: Studio;
/** Names of the pieces sent to the server, request by request. */
let sent: string[][];
beforeEach(() => {
  draft = new Draft({ id: 'essai', version: 3, texts: { [SCENARIO]: TEXT }, pieces: [], readOnly: false });
  studio = new Studio(draft);
  sent = [];
  vi.stubGlobal('fetch', (url: string, { body }: { body?: FormData } = {}) => {
    if (!body)
      return Promise.resolve(new Response(withNotes(new Uint8Array(9), { text: 'Bonjour.', made: 'voix' })));
    expect(url).toBe(`/api/atelier/scenarios/essai/pieces?version=${draft.version}`);
    const names = body.getAll('fichier').map((file) => (file as File).name);
    sent.push(names);
    const known = draft.pieces.filter(({ name }) => !names.includes(name));
    const added = names.map((name) => ({ name, hash: String(draft.version).repeat(64), size: 9 }));
    return Promise.resolve(
      Response.json({ version: draft.version + 1, pieces: [...known, ...added], texts: {} })
    );
  });
  URL.createObjectURL = () => 'blob:voice';
  URL.revokeObjectURL = () => undefined;
});
afterEach(() => vi.unstubAllGlobals());

const at = (...keys: (string | number)[]) => new SpokenLine(new FormAt(draft, SCENARIO, [...CALL, ...keys]));
const welcome = () => at('dialogue', 'accueil');
const sound = { blob: new Blob(['voix']), durationMs: 2_000 };

function maker(devices: Partial<VoiceDevices> = {}) {
  const played: string[] = [];
  const asked: unknown[] = [];
  const made = new VoiceMaker(() => studio, welcome, {
    speak: (_, line) => (asked.push(line), Promise.resolve(sound)),
    encode: (_, _sound, about) => (asked.push(about), Promise.resolve(sound)),
    record: () =>
      Promise.resolve({ stop: () => Promise.resolve(new Blob(['son'])), cancel: () => undefined }),
    decode: (blob) => Promise.resolve(blob),
    play: (url) => played.push(url),
    ...devices
  });
  return { made, played, asked };
}

describe('a spoken line', () => {
  it('knows its words, its language and who says it', () => {
    expect(at('dialogue', 'fin')).toMatchObject({ text: 'Thank you.', lang: 'en', audio: '' });
    expect(welcome().speaker).toEqual({ id: 'aubry', name: 'Jean Aubry', role: 'Gérant' });
    expect(at('messagerie')).toMatchObject({
      text: 'Rappelez-moi.',
      lang: 'fr',
      place: 'appel_aubry messagerie'
    });
  });

  it('takes a voice without losing its text or the comments, and can be undone', () => {
    welcome().put('audio', 'voix/a.mp3');
    at('messagerie').put('audio', 'voix/m.mp3');
    expect(draft.get(SCENARIO).text).toContain('dit: "Bonjour." # d’un ton sec\n          audio: voix/a.mp3');
    expect(draft.get(SCENARIO).text).toContain('messagerie: { dit: Rappelez-moi., audio: voix/m.mp3 }');
    expect(draft.get(SCENARIO).text).toContain('# le client mécontent');
    at('messagerie').put('audio', undefined);
    expect(at('messagerie').text).toBe('Rappelez-moi.');
    draft.undo();
    draft.undo();
    draft.undo();
    expect(draft.get(SCENARIO).text).toBe(TEXT);
  });
});

describe('making a voice', () => {
  it('says the line in the voice of whoever speaks, then keeps it', async () => {
    const { made, played, asked } = maker();
    await made.listen();
    expect(asked).toEqual([{ text: 'Bonjour.', lang: 'fr', kind: 'grave' }]);
    expect(made.trial).toMatchObject({ label: 'Voix 1 (grave)', url: 'blob:voice' });
    await made.listen();
    expect([asked.length, played.length]).toEqual([1, 2]);
    await made.keep();
    expect(sent).toEqual([['voix/appel-aubry-accueil.mp3']]);
    expect([welcome().audio, draft.version, made.trial]).toEqual(['voix/appel-aubry-accueil.mp3', 4, null]);
  });

  it('does not offer what the engine said of a text that has changed, or in another voice', async () => {
    const { made, asked } = maker();
    await made.listen();
    studio.choose(welcome(), 'jeune');
    expect(made.trial).toBeNull();
    await made.listen();
    expect(asked.at(-1)).toMatchObject({ kind: 'jeune' });
    welcome().form.put(['dit'], 'Bonsoir.');
    expect(made.trial).toBeNull();
  });

  it('records, listens, keeps; a second voice takes the name of the first', async () => {
    const { made, played, asked } = maker();
    await made.record();
    expect(made.status).toBe('recording');
    await made.stop();
    expect([made.status, made.trial?.label, played.length]).toEqual(['rest', 'Votre voix', 1]);
    expect(asked).toEqual([{ text: 'Bonjour.', made: 'enregistrement' }]);
    await made.keep();
    await made.listen();
    await made.keep();
    expect(sent).toEqual([['voix/appel-aubry-accueil.mp3'], ['voix/appel-aubry-accueil.mp3']]);
    expect(draft.pieces.length).toBe(1);
  });

  it('takes an .mp3 as it is, and has another sound read first', async () => {
    const decode = vi.fn((blob: Blob) => Promise.resolve(blob));
    const { made } = maker({ decode });
    await made.take(new File(['x'], 'Voix.MP3'));
    expect(decode).not.toHaveBeenCalled();
    await made.take(new File(['x'], 'voix.m4a'));
    expect([decode.mock.calls.length, made.trial?.label]).toEqual([1, 'voix.m4a']);
  });

  it.each([
    ['insecure', 'http://127.0.0.1'],
    ['refused', 'Autorisez-le'],
    ['absent', 'Aucun micro']
  ] as const)('says what to do when the microphone is %s', async (reason, words) => {
    const { made } = maker({ record: () => Promise.reject(new MicrophoneFault(reason)) });
    await made.record();
    expect([made.status, made.fault]).toEqual(['rest', expect.stringContaining(words)]);
  });

  it('finds no microphone on a page of the room, over plain http', async () => {
    vi.stubGlobal('isSecureContext', false);
    await expect(startRecording()).rejects.toMatchObject({ reason: 'insecure' });
  });

  it('says the refusal of the server, and goes on', async () => {
    const speak = vi
      .fn<VoiceDevices['speak']>()
      .mockRejectedValueOnce(new Refusal('voice.busy', 'Trop de voix.'))
      .mockResolvedValue(sound);
    const { made } = maker({ speak });
    await made.listen();
    expect([made.fault, made.trial]).toEqual(['Trop de voix.', null]);
    await made.listen();
    expect([made.fault, made.trial?.label]).toEqual([null, 'Voix 1 (grave)']);
  });
});

describe('all the lines of a call', () => {
  const lines = () => ['accueil', 'fin', 'rien'].map((id) => at('dialogue', id));

  it('get their voices in one version and one step of undo, those without words left out', async () => {
    const asked: string[] = [];
    const round = new VoiceRound(
      () => studio,
      (_, { text, lang }) => (asked.push(`${lang} ${text}`), Promise.resolve(sound))
    );
    await round.run(lines());
    expect(asked).toEqual(['fr Bonjour.', 'en Thank you.']);
    expect(sent).toEqual([['voix/appel-aubry-accueil.mp3', 'voix/appel-aubry-fin.mp3']]);
    expect([round.said, round.progress, draft.version]).toEqual(['2 voix gardées.', null, 4]);
    draft.undo();
    expect(draft.get(SCENARIO).text).toBe(TEXT);
  });

  it('are left alone when they have theirs, and spoken again when their words have changed', async () => {
    const round = new VoiceRound(
      () => studio,
      () => Promise.resolve(sound)
    );
    draft.setPieces([{ name: 'voix/x.mp3', hash: 'f'.repeat(64), size: 9 }]);
    for (const id of ['accueil', 'fin']) at('dialogue', id).put('audio', 'voix/x.mp3');
    await round.run([welcome()]);
    expect([round.said, sent.length]).toEqual(['Toutes les répliques ont déjà leur voix.', 0]);
    await round.run(lines());
    expect([round.said, sent]).toEqual(['Une voix gardée.', [['voix/appel-aubry-fin.mp3']]]);
  });

  it('says why a round failed, and keeps nothing of it', async () => {
    const round = new VoiceRound(
      () => studio,
      () => Promise.reject(new Refusal('voice.no-engine', 'Pas de moteur.'))
    );
    await round.run(lines());
    expect([round.failed, round.said, sent.length]).toEqual([true, 'Pas de moteur.', 0]);
  });
});

it('knows what the machine can do, and offers nothing without an answer', async () => {
  await studio.load(() => Promise.resolve({ speaks: false, records: true }));
  expect(studio.means).toEqual({ speaks: false, records: true });
  const other = new Studio(draft);
  await other.load(() => Promise.reject(new Refusal('network', '')));
  expect(other.means).toEqual({ speaks: false, records: false });
});

it('makes one loud enough channel of a faint recording', () => {
  const mono = levelled([Float32Array.of(0.2, -0.1), Float32Array.of(0, -0.1)]);
  expect(mono[0]).toBeCloseTo(0.8);
  expect(mono[1]).toBeCloseTo(-0.8);
  expect([...levelled([new Float32Array(2)])]).toEqual([0, 0]);
});
