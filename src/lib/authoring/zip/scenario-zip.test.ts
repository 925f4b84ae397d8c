import { describe, expect, it } from 'vitest';
import { DomainError } from '../../kernel/domain-error';
import { centralAt, GOOD, tampered, zipOf } from './fixtures';
import { readScenarioZip, writeScenarioZip, ZIP_LIMITS } from './scenario-zip';

const PDF = '%PDF-1.7\n…';
const SYMLINK_MODE = 0xa1ff;
const UNIX = 3;

function refusalOf(archive: Uint8Array, limits = ZIP_LIMITS): string {
  try {
    readScenarioZip(archive, limits);
  } catch (fault) {
    if (fault instanceof DomainError) return fault.code;
    throw fault;
  }
  return 'taken';
}

describe('the archive of a scenario', () => {
  it('is read, at the top or in one folder, without what systems add', () => {
    const files = { ...GOOD, 'parcours/parfait.yaml': 'format: 1\n', 'pieces/voix/lettre.pdf': PDF };
    const inFolder = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [`Mon dossier/${name}`, text])
    );
    for (const archive of [
      zipOf(files),
      zipOf({ ...inFolder, '__MACOSX/Mon dossier/._scenario.yaml': 'x', 'Mon dossier/.DS_Store': 'x' })
    ]) {
      const { texts, pieces } = readScenarioZip(archive);
      expect(Object.keys(texts).sort()).toEqual(['grille.yaml', 'parcours/parfait.yaml', 'scenario.yaml']);
      expect([...pieces.keys()]).toEqual(['voix/lettre.pdf']);
    }
  });

  it('comes out the same after an import, byte for byte', () => {
    const first = writeScenarioZip({
      texts: { 'scenario.yaml': '\uFEFFscenario: été\r\n', 'grille.yaml': 'format: 1\n' },
      pieces: new Map([
        ['z.pdf', new TextEncoder().encode(PDF)],
        ['a.csv', new TextEncoder().encode('a;b\n')]
      ])
    });
    expect(writeScenarioZip(readScenarioZip(first))).toEqual(first);
  });

  it.each([
    [
      'a text that is no archive',
      'import.not-zip',
      new TextEncoder().encode('bonjour, ceci n’est pas un zip')
    ],
    ['nothing', 'import.not-zip', new Uint8Array()],
    ['an archive that was cut', 'import.damaged', zipOf(GOOD).slice(0, -30)],
    ['no scenario.yaml', 'import.no-scenario', zipOf({ 'grille.yaml': 'format: 1\n' })],
    ['a path that climbs', 'import.path', zipOf({ ...GOOD, 'pieces/../../etc/passwd.pdf': PDF })],
    ['an absolute path', 'import.path', zipOf({ ...GOOD, '/etc/x.pdf': PDF })],
    ['a path of Windows', 'import.path', zipOf({ ...GOOD, 'C:x.pdf': PDF })],
    ['a backslash', 'import.path', zipOf({ ...GOOD, 'pieces\\x.pdf': PDF })],
    ['a hidden file', 'import.path', zipOf({ ...GOOD, 'pieces/.cache.pdf': PDF })],
    ['a name that writes backwards', 'import.path', zipOf({ ...GOOD, 'pieces/a\u202efdp.pdf': PDF })],
    ['a device of Windows', 'import.path', zipOf({ ...GOOD, 'pieces/CON.pdf': PDF })],
    ['an unknown type', 'import.type', zipOf({ ...GOOD, 'pieces/outil.exe': 'MZ' })],
    ['a file out of place', 'import.type', zipOf({ ...GOOD, 'lisezmoi.txt': 'Bonjour' })],
    ['a content of another type', 'import.content', zipOf({ ...GOOD, 'pieces/lettre.pdf': 'MZ…' })],
    [
      'a text that is not UTF-8',
      'import.not-text',
      zipOf({ ...GOOD, 'grille.yaml': Uint8Array.of(0xe9, 0x20) })
    ],
    [
      'names that differ by their case',
      'import.twice',
      zipOf({ ...GOOD, 'pieces/a.pdf': PDF, 'pieces/A.pdf': PDF })
    ]
  ])('is refused: %s', (_, code, archive) => {
    expect(refusalOf(archive)).toBe(code);
  });

  it('is refused: a symbolic link', () => {
    const archive = tampered(zipOf({ ...GOOD, 'pieces/lien.pdf': '/etc/passwd' }), (view, bytes) => {
      const at = centralAt(bytes, 2);
      bytes[at + 5] = UNIX;
      view.setUint32(at + 38, SYMLINK_MODE * 0x10000, true);
    });
    expect(refusalOf(archive)).toBe('import.symlink');
  });

  it('is refused: a password', () => {
    const archive = tampered(zipOf(GOOD), (view, bytes) => view.setUint16(centralAt(bytes, 0) + 8, 1, true));
    expect(refusalOf(archive)).toBe('import.encrypted');
  });

  it('is refused: bytes that changed on the way', () => {
    const archive = tampered(zipOf(GOOD, 0), (_, bytes) => {
      bytes[30 + 'scenario.yaml'.length + 2] = 0x58;
    });
    expect(refusalOf(archive)).toBe('import.damaged');
  });

  it('is refused: too much in one archive, by its weight, its files, one file, the sum', () => {
    const archive = zipOf({ ...GOOD, 'pieces/a.csv': 'x'.repeat(2000), 'pieces/b.csv': 'y'.repeat(2000) });
    expect(refusalOf(archive, { ...ZIP_LIMITS, archiveBytes: 100 })).toBe('import.too-large');
    expect(refusalOf(archive, { ...ZIP_LIMITS, files: 3 })).toBe('import.too-many-files');
    expect(refusalOf(archive, { ...ZIP_LIMITS, fileBytes: 1999 })).toBe('import.file-too-large');
    expect(refusalOf(archive, { ...ZIP_LIMITS, totalBytes: 4000 })).toBe('import.too-large');
  });

  it('is refused: a bomb that declares what it is', () => {
    expect(refusalOf(zipOf({ ...GOOD, 'pieces/a.csv': new Uint8Array(8_000_000).fill(65) }))).toBe(
      'import.bomb'
    );
  });

  it('is refused: a bomb that lies about its size', () => {
    const archive = tampered(zipOf({ ...GOOD, 'pieces/a.csv': 'x'.repeat(500_000) }), (view, bytes) =>
      view.setUint32(centralAt(bytes, 2) + 24, 10, true)
    );
    expect(refusalOf(archive)).toBe('import.bomb');
  });

  it('is refused: entries that share their bytes', () => {
    const archive = tampered(zipOf({ ...GOOD, 'pieces/a.csv': 'x' }), (view, bytes) => {
      const from = view.getUint32(centralAt(bytes, 0) + 42, true);
      view.setUint32(centralAt(bytes, 2) + 42, from, true);
    });
    expect(refusalOf(archive)).toBe('import.bomb');
  });
});
