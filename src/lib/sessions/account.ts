import type { AccountId, SessionId } from '../kernel/ids';

export type Role = 'candidate' | 'proctor' | 'juror' | 'head' | 'author';

/** Somebody who has shown a valid access code. Staff of a session and candidates belong to one session; authors to none. */
export interface Account {
  readonly id: AccountId;
  readonly role: Role;
  readonly name: string;
  readonly session: SessionId | null;
}
