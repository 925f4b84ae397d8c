import { createHash } from 'node:crypto';
import { zipSync, type Zippable } from 'fflate';
import { CompactSign } from 'jose';
import { canonicalJson } from '../../kernel/canonical-json';
import { NAMES, type Manifest } from './manifest';
import type { SigningKey } from './signing-key.server';

/** Same content, same bytes: every file of an archive has this date. */
const DATE = new Date(1980, 0, 1);
const utf8 = new TextEncoder();

/** Files of an archive by path, without its manifest. */
export type Contents = ReadonlyMap<string, Uint8Array>;

/** SHA-256 in lower-case hexadecimal. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The signed zip of these files: names sorted, dates fixed. */
export async function pack(
  contents: Contents,
  facts: Omit<Manifest, 'format' | 'files' | 'key'>,
  key: SigningKey
): Promise<Uint8Array> {
  const paths = [...contents.keys()].sort();
  const manifest: Manifest = {
    format: 'plateau-archive/1',
    ...facts,
    files: paths.map((path) => {
      const bytes = contents.get(path)!;
      return { path, size: bytes.byteLength, sha256: sha256(bytes) };
    }),
    key: { jwk: key.publicJwk as Manifest['key']['jwk'], thumbprint: key.thumbprint }
  };
  const signature = await new CompactSign(utf8.encode(canonicalJson(manifest)))
    .setProtectedHeader({ alg: 'Ed25519', kid: key.thumbprint })
    .sign(key.privateKey);
  const all: [string, Uint8Array][] = [
    ...paths.map((path): [string, Uint8Array] => [path, contents.get(path)!]),
    [NAMES.manifest, utf8.encode(`${JSON.stringify(manifest, null, 2)}\n`)],
    [NAMES.signature, utf8.encode(`${signature}\n`)]
  ];
  all.sort(([left], [right]) => (left < right ? -1 : 1));
  const zippable: Zippable = Object.fromEntries(all.map(([path, bytes]) => [path, [bytes, { mtime: DATE }]]));
  return zipSync(zippable, { level: 6 });
}
