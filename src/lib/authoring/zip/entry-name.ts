import { DomainError } from '../../kernel/domain-error';
import { isTextName } from '../library/model';
import { endingOf } from './piece-content';

/** What macOS and Windows leave in the archives that they make: not part of a scenario. */
const JUNK = /(^|\/)(__MACOSX(\/|$)|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;
const MOST_LENGTH = 160;
const MOST_DEPTH = 4;

const refusal = (code: string, name: string) => new DomainError(code, `${code}: ${name}`, { name });

/** Names that Windows keeps for its devices, whatever the ending. */
const WINDOWS_DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A path that stays in its folder and reads as it is: relative, with slashes, without `.` or `..`, hidden or empty steps,
 * nothing that writes backwards or cannot be seen, no device of Windows.
 */
export function isSafePath(path: string): boolean {
  const steps = path.split('/');
  return (
    path.length <= MOST_LENGTH &&
    steps.length <= MOST_DEPTH &&
    !/[\\:*?"<>|\p{Cc}\p{Cf}]/u.test(path) &&
    steps.every(
      (step) => step !== '' && !step.startsWith('.') && !/[ .]$/.test(step) && !WINDOWS_DEVICE.test(step)
    )
  );
}

/** Whether the name of a piece may be kept: safe, and of a kind that the desk knows. */
export const isPieceName = (name: string): boolean => isSafePath(name) && endingOf(name) !== null;

/**
 * Says under which name a file of an archive is kept; the one folder that everything is in has been taken off.
 * @returns `null` for folders and what systems add by themselves
 * @throws DomainError `import.path` (it would leave the folder), `import.type` (a scenario has no such file)
 */
export function nameInScenario(name: string, within: string): string | null {
  if (JUNK.test(name)) return null;
  if (name.startsWith('/') || /^[a-z]:/i.test(name) || name.includes('\\') || name.split('/').includes('..'))
    throw refusal('import.path', name);
  const own = (name.startsWith(within) ? name.slice(within.length) : name).normalize('NFC');
  if (own === '' || own.endsWith('/')) return null;
  if (!isSafePath(own)) throw refusal('import.path', name);
  if (isTextName(own)) return own;
  if (own.startsWith('pieces/') && isPieceName(own.slice('pieces/'.length))) return own;
  throw refusal('import.type', name);
}

/** The folder that a zipped folder has around everything, with its slash; empty when the files are at the top. */
export function folderAround(names: readonly string[]): string {
  const found = names.find((name) => /^[^/]+\/scenario\.yaml$/.test(name) && !JUNK.test(name));
  const folder = found && !names.includes('scenario.yaml') ? found.slice(0, found.indexOf('/') + 1) : '';
  return names.every((name) => JUNK.test(name) || name.startsWith(folder)) ? folder : '';
}
