import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEngine, type TestEngine } from '../../../../tests/builders/store';
import type { AccountId } from '../../kernel/ids';
import { BlobStore } from '../../server/blobs';
import type { Account, Role } from '../../sessions/account';
import { listOffers } from '../../sessions/offers.server';
import { exportScenario, importScenario } from '../zip/import.server';
import { zipOf } from '../zip/fixtures';
import { CheckMemory } from './check-memory.server';
import type { AuthoringContext } from './context.server';
import { createScenario, duplicateScenario } from './create.server';
import { deleteScenario, renameScenario, undeleteScenario } from './manage.server';
import { addPieces, removePiece, renamePiece } from './pieces.server';
import { publishScenario } from './publish.server';
import { readDraft, readHistory } from './read.server';
import { restoreVersion, saveTexts } from './save.server';
import { listShelf } from './shelf.server';

let engine: TestEngine;
let ctx: AuthoringContext;
const checks = new CheckMemory();
const account = (role: Role, name: string): Account => ({ id: name as AccountId, role, name, session: null });
const ada = account('author', 'Ada');
const bob = account('author', 'Bob');
const head = account('head', 'Responsable');

beforeAll(async () => (engine = await startEngine('sqlite')));
afterAll(() => engine.stop());
beforeEach(async () => {
  const db = await engine.open();
  let clock = 1_000;
  ctx = {
    db,
    blobs: new BlobStore(await mkdtemp(join(tmpdir(), 'plateau-pieces-')), db),
    now: () => (clock += 1_000),
    scenariosDirectory: 'scenarios',
    checks,
    importers: { text: () => Promise.resolve(null), sheet: () => Promise.resolve(null) },
    async publish({ hash, compiled, jury }) {
      const row = { hash, id: compiled.id, compiled: '{}' };
      await db.write((tx) =>
        tx
          .insertInto('scenarios')
          .values(row)
          .onConflict((c) => c.doNothing())
          .execute()
      );
      const { id, title, durationMs } = compiled;
      return { id, hash, title, durationMs, referentialVersion: jury.referential };
    }
  };
});

const begin = async () => (await createScenario(ctx, ada, { title: 'Mon épreuve' })).id;
const withText = async (id: string, change: (text: string) => string) => {
  const { texts } = await readDraft(ctx, ada, id);
  return { ...texts, 'scenario.yaml': change(texts['scenario.yaml']!) };
};

describe('the shelf', () => {
  it('shows the scenarios of the program and those of the centre', async () => {
    await begin();
    const { items } = await listShelf(ctx, head);
    expect(items.find(({ id }) => id === 'mon-epreuve')).toMatchObject({
      ...{ title: 'Mon épreuve', referential: 'SA-2017', duration: '00:30', errors: 0 },
      ...{ shipped: false, version: 1, author: 'Ada', publishedVersion: null }
    });
    expect(items.find(({ id }) => id === 'verdelis-decouverte')).toMatchObject({ shipped: true, version: 0 });
  });

  it('gives every scenario a name of its own', async () => {
    expect([await begin(), await begin()]).toEqual(['mon-epreuve', 'mon-epreuve-2']);
  });

  it('is closed to a candidate, and only read by a head', async () => {
    await expect(listShelf(ctx, account('candidate', 'x'))).rejects.toMatchObject({ code: 'access.denied' });
    await expect(createScenario(ctx, head, { title: 'x' })).rejects.toMatchObject({ code: 'access.denied' });
  });

  it('forgets nothing of a deleted scenario', async () => {
    const id = await begin();
    await deleteScenario(ctx, bob, id);
    const { items, deleted } = await listShelf(ctx, ada);
    expect(items.some((item) => item.id === id)).toBe(false);
    expect(deleted).toMatchObject([{ id, title: 'Mon épreuve', by: 'Bob' }]);
    await expect(readDraft(ctx, ada, id)).rejects.toMatchObject({ code: 'draft.unknown' });
    expect(await begin()).toBe('mon-epreuve-2');
    await undeleteScenario(ctx, ada, id);
    expect((await readDraft(ctx, ada, id)).version).toBe(1);
  });
});

describe('saving', () => {
  it('adds a version, and none when nothing changed', async () => {
    const id = await begin();
    const texts = await withText(id, (text) => text.replace('Belval', 'Beauval'));
    expect(await saveTexts(ctx, ada, id, { expected: 1, texts, note: 'Nom' })).toEqual({ version: 2 });
    expect(await saveTexts(ctx, ada, id, { expected: 2, texts })).toEqual({ version: 2 });
    expect(await readHistory(ctx, head, id)).toMatchObject([
      { n: 2, author: 'Ada', note: 'Nom' },
      { n: 1, author: 'Ada' }
    ]);
  });

  it('refuses what was written on an older version, and keeps both when asked', async () => {
    const id = await begin();
    const mine = await withText(id, (text) => `${text}# Ada\n`);
    const theirs = await withText(id, (text) => `${text}# Bob\n`);
    await saveTexts(ctx, bob, id, { expected: 1, texts: theirs });
    await expect(saveTexts(ctx, ada, id, { expected: 1, texts: mine })).rejects.toMatchObject({
      code: 'draft.conflict'
    });
    await saveTexts(ctx, ada, id, { expected: 2, texts: mine });
    expect((await readHistory(ctx, ada, id)).map(({ author }) => author)).toEqual(['Ada', 'Bob', 'Ada']);
  });

  it('lets one of two simultaneous saves through', async () => {
    const id = await begin();
    const texts = await Promise.all(['a', 'b'].map((mark) => withText(id, (text) => `${text}# ${mark}\n`)));
    const saves = await Promise.allSettled(
      texts.map((text) => saveTexts(ctx, ada, id, { expected: 1, texts: text }))
    );
    expect(saves.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it.each([
    ['no scenario.yaml', { 'grille.yaml': 'x' }],
    ['a file that a scenario has not', { 'scenario.yaml': 'x', '../x.yaml': 'x' }]
  ])('refuses %s', async (_, texts) => {
    const id = await begin();
    await expect(saveTexts(ctx, ada, id, { expected: 1, texts })).rejects.toMatchObject({
      code: 'draft.malformed'
    });
  });

  it('never changes what comes with the program', async () => {
    const { texts } = await readDraft(ctx, ada, 'verdelis-decouverte');
    const save = saveTexts(ctx, ada, 'verdelis-decouverte', { expected: 1, texts });
    await expect(save).rejects.toMatchObject({ code: 'draft.shipped' });
  });

  it('brings an older version back as a new one', async () => {
    const id = await begin();
    const before = (await readDraft(ctx, ada, id)).texts;
    await renameScenario(ctx, ada, id, { expected: 1, title: 'Autre' });
    expect(await restoreVersion(ctx, bob, id, { n: 1, expected: 2 })).toEqual({ version: 3 });
    expect((await readDraft(ctx, ada, id)).texts).toEqual(before);
  });
});

describe('publishing', () => {
  it('offers the version to sessions, and keeps offering it while the next is written', async () => {
    const id = await begin();
    const published = await publishScenario(ctx, ada, id, { expected: 1 });
    const texts = await withText(id, (text) => text.replace('deroule:', 'derouler:'));
    await saveTexts(ctx, ada, id, { expected: 1, texts });
    const offers = await listOffers({ db: ctx.db, offers: [] });
    expect(offers).toMatchObject([{ id, hash: published.hash, title: 'Mon épreuve' }]);
    const { items } = await listShelf(ctx, ada);
    expect(items.find((item) => item.id === id)).toMatchObject({ version: 2, publishedVersion: 1 });
    await expect(publishScenario(ctx, ada, id, { expected: 2 })).rejects.toMatchObject({
      code: 'draft.has-errors'
    });
    await expect(publishScenario(ctx, ada, id, { expected: 1 })).rejects.toMatchObject({
      code: 'draft.conflict'
    });
  });

  it('offers nothing of a deleted scenario', async () => {
    const id = await begin();
    await publishScenario(ctx, ada, id, { expected: 1 });
    await deleteScenario(ctx, ada, id);
    expect(await listOffers({ db: ctx.db, offers: [] })).toEqual([]);
  });
});

describe('a copy', () => {
  it('of a scenario of the program has its pieces and its own name, without a new fault', async () => {
    const { id } = await duplicateScenario(ctx, ada, 'verdelis-decouverte', { title: 'Verdelis à moi' });
    const [copy, source] = [await readDraft(ctx, ada, id), await readDraft(ctx, ada, 'verdelis-decouverte')];
    expect(copy).toMatchObject({ id: 'verdelis-a-moi', version: 1, pieces: source.pieces });
    const { items } = await listShelf(ctx, ada);
    expect(items.find((item) => item.id === id)).toMatchObject({ title: 'Verdelis à moi', errors: 0 });
  });
});

describe('pieces', () => {
  const pdf = (name: string) => ({ name, bytes: new TextEncoder().encode('%PDF-1.7 …') });

  it('come in, take another name in the texts too, and go', async () => {
    const id = await begin();
    const texts = await withText(id, (text) =>
      text.replace('decor: {}', 'decor:\n  fichiers:\n    - { id: note, piece: note.pdf }')
    );
    await saveTexts(ctx, ada, id, { expected: 1, texts });
    const added = await addPieces(ctx, ada, id, 2, [pdf('note.pdf')]);
    expect(added).toMatchObject({ version: 3, pieces: [{ name: 'note.pdf', size: 12 }] });
    const renamed = await renamePiece(ctx, ada, id, { expected: 3, before: 'note.pdf', after: 'Note.pdf' });
    expect(renamed.texts['scenario.yaml']).toContain('piece: "Note.pdf"');
    const gone = await removePiece(ctx, ada, id, { expected: 4, name: 'Note.pdf' });
    expect(gone).toMatchObject({ version: 5, pieces: [] });
  });

  it.each([
    ['../x.pdf', 'piece.name'],
    ['outil.exe', 'piece.type'],
    ['photo.png', 'piece.content']
  ])('refuse %s', async (name, code) => {
    const id = await begin();
    await expect(addPieces(ctx, ada, id, 1, [pdf('bonne.pdf'), pdf(name)])).rejects.toMatchObject({ code });
    expect((await readDraft(ctx, ada, id)).pieces).toEqual([]);
  });

  it('refuse more than 10 MB', async () => {
    const id = await begin();
    const heavy = { name: 'a.csv', bytes: new Uint8Array(10_000_001).fill(65) };
    await expect(addPieces(ctx, ada, id, 1, [heavy])).rejects.toMatchObject({ code: 'piece.too-large' });
  });
});

describe('export and import', () => {
  it('give the same archive again', async () => {
    const { id } = await duplicateScenario(ctx, ada, 'verdelis-decouverte', { title: 'Verdelis à moi' });
    const { bytes } = await exportScenario(ctx, head, id);
    const other = { ...ctx, db: await engine.open() };
    other.blobs = new BlobStore(await mkdtemp(join(tmpdir(), 'plateau-pieces-')), other.db);
    const made = await importScenario(other, bob, bytes, 'verdelis.zip');
    expect(made).toEqual({ id });
    expect((await exportScenario(other, bob, id)).bytes).toEqual(bytes);
  });

  it('take another name when theirs is taken, and keep nothing of a refused archive', async () => {
    const id = await begin();
    const { bytes } = await exportScenario(ctx, ada, id);
    expect(await importScenario(ctx, ada, bytes, 'x.zip')).toEqual({ id: `${id}-2` });
    const bad = zipOf({ 'scenario.yaml': 'scenario: mauvais\n', 'pieces/x.exe': 'MZ' });
    await expect(importScenario(ctx, ada, bad, 'x.zip')).rejects.toMatchObject({ code: 'import.type' });
    const { items } = await listShelf(ctx, ada);
    expect(items.filter(({ shipped }) => !shipped).map((item) => item.id)).toEqual([id, `${id}-2`]);
  });

  it('reads a scenario of the program as it is on the disk', async () => {
    const { texts } = await readDraft(ctx, head, 'verdelis-decouverte');
    expect(texts['scenario.yaml']).toBe(
      await readFile('scenarios/verdelis-decouverte/scenario.yaml', 'utf8')
    );
  });
});
