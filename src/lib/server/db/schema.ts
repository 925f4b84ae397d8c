import type { AccountId, BlobHash, SessionId, SittingId } from '../../kernel/ids';
import type { Author } from '../../log/entry';
import type { Role } from '../../sessions/account';

/**
 * The tables, in the subset that SQLite and PostgreSQL share: text, integer, bigint. Columns ending in `_at` are wall
 * milliseconds since 1970; booleans are 0 or 1; JSON is text (a `jsonb` would reorder keys).
 */
export interface Schema {
  sessions: SessionRow;
  accounts: AccountRow;
  candidates: CandidateRow;
  sittings: SittingRow;
  entries: EntryRow;
  outboxes: OutboxRow;
  snapshots: SnapshotRow;
  scenarios: ScenarioRow;
  authored_scenarios: AuthoredScenarioRow;
  scenario_versions: ScenarioVersionRow;
  blobs: BlobRow;
  logins: LoginRow;
  login_tries: LoginTryRow;
  grid_events: GridEventRow;
  copy_jurors: CopyJurorRow;
  recusals: RecusalRow;
  purges: PurgeRow;
  settings_kv: SettingRow;
  migrations: MigrationRow;
}

/** An exam session: one title, one scenario, one day, one centre. Status is derived from the instants. */
export interface SessionRow {
  id: SessionId;
  title: string;
  referential_version: string;
  /** Identifier of the scenario's folder. */
  scenario: string;
  /** Hash of the compiled scenario, see `scenarios`. */
  scenario_hash: string;
  name: string;
  centre: string;
  room: string;
  /** ISO day, `2026-03-17`. */
  day: string;
  created_at: number;
  opened_at: number | null;
  started_at: number | null;
  ended_at: number | null;
  demo: 0 | 1;
  /** How many times faster than in an exam the clocks run: 1, or more in a rehearsal. */
  pace: number;
}

/** Anybody with an access code. Only a hash of the code is kept. */
export interface AccountRow {
  id: AccountId;
  role: Role;
  name: string;
  session_id: SessionId | null;
  code_hash: string;
  created_at: number;
  revoked_at: number | null;
}

/** The candidate behind an account. The time rate is the fraction `rate_num / rate_den` (3/4 with third-time). */
export interface CandidateRow {
  id: AccountId;
  session_id: SessionId;
  number: string;
  first_name: string;
  last_name: string;
  post: string;
  rate_num: number;
  rate_den: number;
  identity_confirmed_at: number | null;
}

/** One candidate's run: the head of its log, its alarm, and a few facts about the connection. */
export interface SittingRow {
  id: SittingId;
  session_id: SessionId;
  candidate_id: AccountId;
  head_n: number;
  head_hash: string;
  next_due_at: number | null;
  /** Until when a ticker has reserved the sitting, see `LogStore.claimDue`. */
  claimed_until: number | null;
  status: string;
  last_seen_at: number | null;
  last_ack_at: number | null;
  /** Ticket of the tab that may write. */
  tab: string | null;
  hand_raised_at: number | null;
}

/** One entry of a log. `outbox` and `outbox_seq` say which gesture it was, when it was one; they are not hashed. */
export interface EntryRow {
  sitting_id: SittingId;
  n: number;
  t: number;
  wall: number;
  author: Author;
  type: string;
  v: number;
  /** JSON of the payload. */
  d: string;
  prev: string;
  hash: string;
  outbox: string | null;
  outbox_seq: number | null;
}

/** How far each browser outbox has been written. */
export interface OutboxRow {
  sitting_id: SittingId;
  outbox: string;
  last_seq: number;
}

/** A cache of folded states; may be emptied at any time. */
export interface SnapshotRow {
  sitting_id: SittingId;
  n: number;
  /** JSON. */
  state: string;
}

/** Compiled scenarios by hash: what a sitting was played on can always be played again. */
export interface ScenarioRow {
  hash: string;
  id: string;
  /** JSON. */
  compiled: string;
}

/** A scenario of the workshop. A deleted one keeps its name and its versions. */
export interface AuthoredScenarioRow {
  id: string;
  created_at: number;
  /** Name of the author. */
  created_by: string;
  deleted_at: number | null;
  deleted_by: string | null;
}

/** One version of a scenario of the workshop: written once; publishing only fills the last three columns. */
export interface ScenarioVersionRow {
  scenario: string;
  /** From 1, without a gap. */
  n: number;
  at: number;
  /** Name of who saved it. */
  author: string;
  note: string;
  /** JSON: file name → text. */
  texts: string;
  /** JSON: name under `pieces/` → hash and size. */
  pieces: string;
  /** Hash in `scenarios`; `null` as long as the version is a draft. */
  published_hash: string | null;
  published_at: number | null;
  /** JSON of the `ScenarioOffer` that sessions are made from. */
  offer: string | null;
}

/** What is known of a blob; its bytes are a file, see `BlobStore`. */
export interface BlobRow {
  hash: BlobHash;
  size: number;
  media_type: string;
}

/** An open login: SHA-256 of the cookie's token. */
export interface LoginRow {
  token_hash: string;
  account_id: AccountId;
  created_at: number;
  last_seen_at: number;
}

/** Wrong codes by origin, to slow down guessing. */
export interface LoginTryRow {
  key: string;
  failures: number;
  blocked_until: number | null;
}

/** What a juror did on the grid of a copy, in order. Goes with its session. */
export interface GridEventRow {
  session_id: SessionId;
  copy: string;
  juror: string;
  seq: number;
  type: string;
  /** JSON. */
  d: string;
  wall: number;
}

/** A juror who corrects a copy: two a copy, at places 0 and 1. */
export interface CopyJurorRow {
  sitting_id: SittingId;
  juror_id: AccountId;
  place: number;
}

/** A juror who may not correct a copy, and why. */
export interface RecusalRow {
  sitting_id: SittingId;
  juror_id: AccountId;
  /** `trainer`, `kin` or `other`. */
  cause: string;
  created_at: number;
}

/** What is left of a session that was purged: that it was, and by whom. */
export interface PurgeRow {
  session: string;
  name: string;
  centre: string;
  /** ISO day. */
  day: string;
  candidates: number;
  purged_at: number;
  /** Name of the session head. */
  purged_by: string;
}

/** Keys and secrets of this installation (signing key, cookie secret). */
export interface SettingRow {
  key: string;
  value: string;
}

export interface MigrationRow {
  id: number;
  name: string;
  applied_at: number;
}
