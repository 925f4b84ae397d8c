import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type CryptoKey,
  type JWK
} from 'jose';
import type { Database } from '../../server/db/database';

const KEY = 'archive-signing-key';

/** The key pair that signs the archives of this installation. */
export interface SigningKey {
  readonly privateKey: CryptoKey;
  /** Public part alone. */
  readonly publicJwk: JWK;
  /** SHA-256 thumbprint of the public key (RFC 7638), to compare with the one printed on the record. */
  readonly thumbprint: string;
}

/** The public members of an Ed25519 key. */
export const publicPart = ({ kty, crv, x }: JWK): JWK => ({ kty, crv, x }) as JWK;

/** The installation’s key pair, made at its first use and kept. */
export async function signingKey(db: Pick<Database, 'read' | 'write'>): Promise<SigningKey> {
  const kept = await db.read
    .selectFrom('settings_kv')
    .select('value')
    .where('key', '=', KEY)
    .executeTakeFirst();
  const jwk = JSON.parse(kept?.value ?? (await makeKey(db))) as JWK;
  const publicJwk = publicPart(jwk);
  return {
    privateKey: (await importJWK(jwk, 'Ed25519')) as CryptoKey,
    publicJwk,
    thumbprint: await calculateJwkThumbprint(publicJwk)
  };
}

/** Two nodes may start together: the first key written stays. */
async function makeKey(db: Pick<Database, 'write'>): Promise<string> {
  const { privateKey } = await generateKeyPair('Ed25519', { extractable: true });
  const value = JSON.stringify(await exportJWK(privateKey));
  return db.write(async (tx) => {
    await tx
      .insertInto('settings_kv')
      .values({ key: KEY, value })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
    return (
      await tx.selectFrom('settings_kv').select('value').where('key', '=', KEY).executeTakeFirstOrThrow()
    ).value;
  });
}
