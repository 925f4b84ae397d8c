import type { Problem } from '../../scenario/problem';

/** A file of `pieces/` as a version remembers it. */
export interface PieceRef {
  /** Path under `pieces/`, NFC. */
  readonly name: string;
  /** SHA-256 of its bytes, which the blob store holds. */
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
}

/** Everything that an author writes: the YAML texts by file name, and the pieces sorted by name. */
export interface ScenarioContent {
  readonly texts: Readonly<Record<string, string>>;
  readonly pieces: readonly PieceRef[];
}

/** A scenario as it stands. A shipped one has version 0: it only changes with the program. */
export interface ScenarioDraft extends ScenarioContent {
  readonly id: string;
  readonly version: number;
  readonly shipped: boolean;
  /** Wall ms of the version; `null` for a shipped scenario. */
  readonly at: number | null;
  readonly author: string | null;
  /** Hash that sessions of this very version play; `null` for an unpublished one. */
  readonly publishedHash: string | null;
}

/** One line of the history, the text left out. */
export interface VersionInfo {
  readonly n: number;
  readonly at: number;
  readonly author: string;
  readonly note: string;
  /** Wall ms of its publication; `null` for a draft. */
  readonly publishedAt: number | null;
}

/** A scenario on the workshop's shelf. `title` is `null` when its YAML cannot be read. */
export interface ShelfItem {
  readonly id: string;
  readonly title: string | null;
  readonly referential: string | null;
  readonly duration: string | null;
  readonly errors: number;
  readonly warnings: number;
  readonly shipped: boolean;
  readonly version: number;
  readonly at: number | null;
  readonly author: string | null;
  /** Number of the newest published version; `null` when there is none. A shipped one without errors is always offered. */
  readonly publishedVersion: number | null;
}

/** A scenario that was deleted, and can come back. */
export interface DeletedItem {
  readonly id: string;
  readonly title: string | null;
  readonly at: number;
  readonly by: string;
}

/** What the checker says in numbers. */
export const countsOf = (
  problems: readonly Problem[]
): { readonly errors: number; readonly warnings: number } => {
  const errors = problems.filter(({ severity }) => severity === 'erreur').length;
  return { errors, warnings: problems.length - errors };
};

/** Names of the texts of a scenario, and nothing else: `scenario.yaml`, `grille.yaml`, `parcours/nom.yaml`. */
export const isTextName = (name: string): boolean =>
  name === 'scenario.yaml' ||
  name === 'grille.yaml' ||
  /^parcours\/[a-z0-9][a-z0-9_-]{0,60}\.yaml$/.test(name);

/** Limits of a scenario, in bytes and counts. A piece over 10 MB would keep a room waiting. */
export const LIMITS = {
  textBytes: 1_000_000,
  pieceBytes: 10_000_000,
  totalBytes: 60_000_000,
  files: 400,
  noteLength: 300
} as const;
