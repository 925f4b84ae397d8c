import { unzipSync, zipSync } from 'fflate';
import { exportJWK, generateKeyPair, calculateJwkThumbprint } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBreak } from '../../log/chain.server';
import type { Entry } from '../../log/entry';
import { confirmAgreement } from '../grid/agreement.server';
import { JuryRoom } from '../../../../tests/builders/jury-room';
import { makeArchive } from './make-archive.server';
import type { Manifest } from './manifest';
import { pack } from './pack.server';
import { signingKey } from './signing-key.server';
import { verifyArchive } from './verify.server';

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const utf8 = new TextEncoder();
/** Exporters may start LibreOffice where it is installed. */
const SLOW_MS = 300_000;

describe('the archive of a copy', () => {
  let jury: JuryRoom;
  let zip: Uint8Array;
  beforeAll(async () => {
    jury = await JuryRoom.open('at work');
    for (const juror of jury.jurors) await jury.sealAll(juror);
    for (const juror of jury.jurors) await confirmAgreement(jury.ctx, juror, jury.number);
    zip = (await makeArchive(jury.ctx, jury.room.head, jury.room.first.sitting)).bytes;
  }, SLOW_MS);
  afterAll(() => jury.close());

  /** The archive with its files changed. */
  function changed(edit: (files: Record<string, Uint8Array>) => void): Uint8Array {
    const files = unzipSync(zip);
    edit(files);
    return zipSync(files);
  }
  const lineOf = async (bytes: Uint8Array, key: string | null = null) =>
    (await verifyArchive(bytes, key)).line;
  const editJournal = (edit: (lines: string[]) => string[]) =>
    changed((files) => {
      const lines = text(files['journal.ndjson']).split('\n').filter(Boolean);
      files['journal.ndjson'] = utf8.encode(`${edit(lines).join('\n')}\n`);
    });

  it('holds the whole log, the productions, the grids and nobody’s name', async () => {
    const files = unzipSync(zip);
    const paths = Object.keys(files);
    expect(paths).toEqual(
      expect.arrayContaining([
        'LISEZMOI.txt',
        'grille/accord.json',
        'grille/grille.pdf',
        'grille/jure-1.json',
        'grille/jure-2.json',
        'journal.ndjson',
        'manifeste.json',
        'manifeste.jws'
      ])
    );
    expect(paths.some((path) => path.startsWith('productions/final/mail/'))).toBe(true);
    expect(paths.some((path) => /^productions\/remises\/.*\.docx$/.test(path))).toBe(true);
    const entries = text(files['journal.ndjson']).split('\n').filter(Boolean);
    expect(findBreak(entries.map((line) => JSON.parse(line) as Entry))).toBeNull();
    expect(text(files['grille/grille.pdf']).startsWith('%PDF')).toBe(true);
    const readable = paths.filter((path) => path.startsWith('grille/') && path.endsWith('.json'));
    const words = [...readable, 'manifeste.json', 'LISEZMOI.txt'].map((path) => text(files[path])).join('\n');
    expect(['Delorme', 'Mercier', 'Lambert'].filter((name) => words.includes(name))).toEqual([]);
  });

  it('is whole', async () => {
    const verdict = await verifyArchive(zip);
    expect(verdict.line).toMatch(
      /^Archive intègre\u00a0: copie n°\u00a00403, \d+\u00a0entrées, \d+\u00a0fichiers, clé /
    );
    expect(verdict.whole).toBe(true);
  });

  it('packs the same files into the same bytes', async () => {
    const files = unzipSync(zip);
    const {
      format: _,
      files: list,
      key: __,
      ...facts
    } = JSON.parse(text(files['manifeste.json'])) as Manifest;
    const contents = new Map(list.toReversed().map(({ path }) => [path, files[path]!]));
    expect(await pack(contents, facts, await signingKey(jury.ctx.db))).toEqual(zip);
  });

  it('tells one changed byte of a production', async () => {
    const path = Object.keys(unzipSync(zip)).find((name) => name.endsWith('.docx'))!;
    const bytes = changed((files) => {
      const before = files[path]!;
      files[path] = before.map((byte, index) => (index === before.length - 1 ? byte ^ 1 : byte));
    });
    expect(await lineOf(bytes)).toBe(
      `Archive altérée\u00a0: le fichier «\u00a0${path}\u00a0» a été modifié.`
    );
  });

  it('tells a removed, a moved, a changed and a last removed entry', async () => {
    expect(await lineOf(editJournal((lines) => lines.toSpliced(3, 1)))).toBe(
      'Archive altérée\u00a0: journal, entrée 4\u00a0: une entrée manque ou a changé de place.'
    );
    expect(await lineOf(editJournal(([one, two, ...rest]) => [two!, one!, ...rest]))).toContain(
      'journal, entrée 1'
    );
    expect(
      await lineOf(editJournal((lines) => lines.with(5, lines[5]!.replace('"t":0', '"t":1'))))
    ).toContain('journal, entrée 6\u00a0: son contenu a été modifié');
    expect(await lineOf(editJournal((lines) => lines.slice(0, -1)))).toContain('le journal compte');
  });

  it('tells a missing and an added file', async () => {
    const missing = changed((files) => delete files['grille/accord.json']);
    expect(await lineOf(missing)).toContain('«\u00a0grille/accord.json\u00a0» manque');
    const added = changed((files) => (files['productions/final/faux.docx'] = utf8.encode('faux')));
    expect(await lineOf(added)).toContain('«\u00a0productions/final/faux.docx\u00a0» a été ajouté');
  });

  it('tells a truncated zip and a file that is no zip', async () => {
    for (const bytes of [zip.slice(0, zip.length >> 1), utf8.encode('bonjour'), new Uint8Array()])
      expect(await lineOf(bytes)).toBe('Archive illisible\u00a0: le fichier n’est pas un zip complet.');
  });

  it('tells a manifest made again without the key, and another key', async () => {
    const { privateKey, publicKey } = await generateKeyPair('Ed25519', { extractable: true });
    const publicJwk = await exportJWK(publicKey);
    const other = { privateKey, publicJwk, thumbprint: await calculateJwkThumbprint(publicJwk) };
    const files = unzipSync(zip);
    const manifest = JSON.parse(text(files['manifeste.json'])) as Manifest;
    const { format: _, files: __, key, ...facts } = manifest;
    const contents = new Map(manifest.files.map(({ path }) => [path, files[path]!]));
    const forged = await pack(contents, facts, other);
    expect((await verifyArchive(forged)).whole).toBe(true);
    expect(await lineOf(forged, key.thumbprint)).toBe(
      `Archive altérée\u00a0: elle est signée par une autre clé, ${other.thumbprint}.`
    );
    const swapped = changed((all) => (all['manifeste.jws'] = unzipSync(forged)['manifeste.jws']!));
    expect(await lineOf(swapped)).toContain('la signature n’est pas valable');
    const relabelled = changed((all) => {
      all['manifeste.json'] = utf8.encode(
        text(all['manifeste.json']).replace('"copy": "0403"', '"copy": "0417"')
      );
    });
    expect(await lineOf(relabelled)).toContain('le manifeste n’est pas celui qui a été signé');
  });

  it('is for the head, and for jurors only after the signatures', async () => {
    const refused = (code: string) => expect.objectContaining({ code }) as Error;
    const ask = (who: Parameters<typeof makeArchive>[1]) =>
      makeArchive(jury.ctx, who, jury.room.first.sitting);
    await expect(ask(jury.jurors[0])).rejects.toEqual(refused('archive.not-signed'));
    await expect(ask(jury.stranger)).rejects.toEqual(refused('access.denied'));
    await expect(ask(jury.room.first.account)).rejects.toEqual(refused('access.denied'));
    await expect(makeArchive(jury.ctx, jury.room.head, jury.room.second.sitting)).rejects.toEqual(
      refused('copy.running')
    );
  });
});
