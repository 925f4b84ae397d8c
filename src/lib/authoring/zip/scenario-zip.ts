import { zipSync, type Zippable } from 'fflate';
import { DomainError } from '../../kernel/domain-error';
import { LIMITS } from '../library/model';
import { readZipDirectory } from './directory';
import { folderAround, nameInScenario } from './entry-name';
import { contentFits, hidesTooMuch } from './piece-content';
import { unpack, type UnpackLimits } from './unpack';

/** A scenario out of an archive, safe to keep; whether it is right is the checker's business. */
export interface UnpackedScenario {
  readonly texts: Readonly<Record<string, string>>;
  /** Bytes by name under `pieces/`. */
  readonly pieces: ReadonlyMap<string, Uint8Array>;
}

export const ZIP_LIMITS: UnpackLimits = {
  archiveBytes: LIMITS.totalBytes,
  files: LIMITS.files,
  fileBytes: LIMITS.pieceBytes,
  totalBytes: LIMITS.totalBytes,
  ratio: 100,
  ratioFrom: 1_000_000
};

const refusal = (code: string, name: string) => new DomainError(code, `${code}: ${name}`, { name });

/**
 * Reads the archive of a scenario: `scenario.yaml`, `grille.yaml`, `parcours/*.yaml`, `pieces/**`, at the top or in one folder.
 * All or nothing: a single refused file refuses the whole.
 * @throws DomainError those of `unpack` and `nameInScenario`, `import.no-scenario`, `import.not-text`, `import.content`
 */
export function readScenarioZip(archive: Uint8Array, limits: UnpackLimits = ZIP_LIMITS): UnpackedScenario {
  if (archive.length > limits.archiveBytes)
    throw new DomainError('import.too-large', `${archive.length} bytes`);
  const within = folderAround(readZipDirectory(archive, limits.files).map(({ name }) => name));
  const files = unpack(archive, limits, (name) => nameInScenario(name, within));
  if (!files.has('scenario.yaml')) throw new DomainError('import.no-scenario', 'no scenario.yaml');
  const texts: Record<string, string> = {};
  const pieces = new Map<string, Uint8Array>();
  for (const [name, bytes] of files) {
    if (name.endsWith('.yaml')) texts[name] = textOf(name, bytes);
    else {
      if (!contentFits(name, bytes)) throw refusal('import.content', name);
      if (hidesTooMuch(name, bytes)) throw refusal('import.bomb', name);
      pieces.set(name.slice('pieces/'.length), bytes);
    }
  }
  return { texts, pieces };
}

function textOf(name: string, bytes: Uint8Array): string {
  if (bytes.length > LIMITS.textBytes) throw refusal('import.file-too-large', name);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (text.includes('\0')) throw new TypeError('NUL');
    return text;
  } catch {
    throw refusal('import.not-text', name);
  }
}

/** 1980 is where the clock of archives begins: two exports of one version are the same bytes. */
const MTIME = new Date(1980, 0, 1);

/** The archive of a scenario; the same content gives the same bytes. */
export function writeScenarioZip({ texts, pieces }: UnpackedScenario): Uint8Array {
  const files: [string, Uint8Array][] = [
    ...Object.entries(texts).map(([name, text]): [string, Uint8Array] => [
      name,
      new TextEncoder().encode(text)
    ]),
    ...[...pieces].map(([name, bytes]): [string, Uint8Array] => [`pieces/${name}`, bytes])
  ];
  const zippable: Zippable = {};
  for (const [name, bytes] of files.sort(([left], [right]) => (left < right ? -1 : 1)))
    zippable[name] = [bytes, { mtime: MTIME, level: 6 }];
  return zipSync(zippable);
}
