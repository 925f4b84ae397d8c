import { createHash, createHmac } from 'node:crypto';
import type { Database } from '../server/db/database';

/** The secret kept under `name` in this installation, made at its first use. Hexadecimal, 256 bits. */
export async function installationSecret(
  db: Database,
  name: string,
  randomBytes: (size: number) => Uint8Array
): Promise<string> {
  return db.write(async (tx) => {
    const value = Buffer.from(randomBytes(32)).toString('hex');
    await tx
      .insertInto('settings_kv')
      .values({ key: name, value })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
    const row = await tx
      .selectFrom('settings_kv')
      .select('value')
      .where('key', '=', name)
      .executeTakeFirstOrThrow();
    return row.value;
  });
}

/** Keyed hash of an access code: the database alone does not let anybody try codes. */
export const hashCode = (key: string, code: string): string =>
  createHmac('sha256', key).update(code).digest('hex');

/** Hash of a session token; 256 random bits need no key. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
