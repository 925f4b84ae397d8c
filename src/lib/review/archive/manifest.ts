import * as v from 'valibot';

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** `manifeste.json` of an archive: what is in it, and by which key it is signed. Signed in its canonical form. */
export const manifestSchema = v.strictObject({
  format: v.literal('plateau-archive/1'),
  copy: v.string(),
  session: v.strictObject({
    id: v.string(),
    name: v.string(),
    title: v.string(),
    referential: v.string(),
    centre: v.string(),
    day: v.string()
  }),
  scenario: v.strictObject({ id: v.string(), hash }),
  journal: v.strictObject({ entries: count, head: hash }),
  files: v.array(v.strictObject({ path: v.string(), size: count, sha256: hash })),
  key: v.strictObject({
    jwk: v.strictObject({ kty: v.literal('OKP'), crv: v.literal('Ed25519'), x: v.string() }),
    thumbprint: v.string()
  })
});
export type Manifest = v.InferOutput<typeof manifestSchema>;

/** Names of the archive’s own files. */
export const NAMES = {
  journal: 'journal.ndjson',
  manifest: 'manifeste.json',
  signature: 'manifeste.jws',
  readme: 'LISEZMOI.txt'
} as const;
