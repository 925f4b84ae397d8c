import { unzipSync } from 'fflate';
import { calculateJwkThumbprint, compactVerify, importJWK } from 'jose';
import * as v from 'valibot';
import { canonicalJson } from '../../kernel/canonical-json';
import { plural } from '../../kernel/format-fr';
import { findBreak } from '../../log/chain.server';
import type { Entry } from '../../log/entry';
import { manifestSchema, NAMES, type Manifest } from './manifest';
import { sha256 } from './pack.server';

/** What `verify` says: one line in French. */
export interface Verdict {
  readonly whole: boolean;
  readonly line: string;
}

const NBSP = '\u00a0';
const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
const damaged = (what: string): Verdict => ({ whole: false, line: `Archive altérée${NBSP}: ${what}.` });

const BREAKS: Readonly<Record<string, string>> = {
  sequence: 'une entrée manque ou a changé de place',
  link: 'elle n’est plus enchaînée à la précédente',
  hash: 'son contenu a été modifié',
  time: 'elle remonte le temps'
};

/**
 * Checks an archive from its bytes: the zip, the chain of the log, every hash, the signature and, when `thumbprint` is
 * given, that it was signed by that key. Never throws.
 */
export async function verifyArchive(zip: Uint8Array, thumbprint: string | null = null): Promise<Verdict> {
  let files: Readonly<Record<string, Uint8Array>>;
  try {
    files = unzipSync(zip);
  } catch {
    return { whole: false, line: `Archive illisible${NBSP}: le fichier n’est pas un zip complet.` };
  }
  const manifest = readManifest(files);
  if (!manifest) return damaged('le manifeste manque ou est illisible');
  const fault =
    missingFile(manifest, files) ??
    brokenJournal(manifest, files) ??
    changedFile(manifest, files) ??
    (await badSignature(manifest, files, thumbprint));
  if (fault) return damaged(fault);
  const { copy, journal, key } = manifest;
  const parts = [
    `copie n°${NBSP}${copy}`,
    plural(journal.entries, 'entrée'),
    plural(manifest.files.length, 'fichier'),
    `clé ${key.thumbprint}`
  ];
  return { whole: true, line: `Archive intègre${NBSP}: ${parts.join(', ')}.` };
}

function readManifest(files: Readonly<Record<string, Uint8Array>>): Manifest | null {
  try {
    const parsed = v.safeParse(manifestSchema, JSON.parse(decode(files[NAMES.manifest] ?? new Uint8Array())));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

function missingFile(manifest: Manifest, files: Readonly<Record<string, Uint8Array>>): string | null {
  const missing = manifest.files.find(({ path }) => !(path in files));
  if (missing) return `le fichier «${NBSP}${missing.path}${NBSP}» manque`;
  const known = new Set([...manifest.files.map(({ path }) => path), NAMES.manifest, NAMES.signature]);
  const added = Object.keys(files).find((path) => !known.has(path));
  if (added !== undefined) return `le fichier «${NBSP}${added}${NBSP}» a été ajouté`;
  return manifest.files.some(({ path }) => path === NAMES.journal) ? null : 'le journal manque';
}

function brokenJournal(manifest: Manifest, files: Readonly<Record<string, Uint8Array>>): string | null {
  let entries: Entry[];
  try {
    const lines = decode(files[NAMES.journal]!).split('\n').filter(Boolean);
    entries = lines.map((line) => JSON.parse(line) as Entry);
  } catch {
    return 'le journal est illisible';
  }
  const fault = findBreak(entries);
  if (fault) return `journal, entrée ${fault.n}${NBSP}: ${BREAKS[fault.reason]}`;
  const head = entries.at(-1)?.hash ?? '0'.repeat(64);
  if (entries.length === manifest.journal.entries && head === manifest.journal.head) return null;
  return `le journal compte ${plural(entries.length, 'entrée')} au lieu de ${manifest.journal.entries}, ou sa fin a changé`;
}

function changedFile(manifest: Manifest, files: Readonly<Record<string, Uint8Array>>): string | null {
  const changed = manifest.files.find(({ path, size, sha256: hash }) => {
    const bytes = files[path]!;
    return bytes.byteLength !== size || sha256(bytes) !== hash;
  });
  return changed ? `le fichier «${NBSP}${changed.path}${NBSP}» a été modifié` : null;
}

async function badSignature(
  manifest: Manifest,
  files: Readonly<Record<string, Uint8Array>>,
  thumbprint: string | null
): Promise<string | null> {
  const { jwk, thumbprint: printed } = manifest.key;
  if ((await calculateJwkThumbprint(jwk)) !== printed)
    return 'l’empreinte de la clé ne correspond pas à la clé';
  try {
    const { payload } = await compactVerify(
      decode(files[NAMES.signature]!).trim(),
      await importJWK(jwk, 'Ed25519')
    );
    if (decode(payload) !== canonicalJson(manifest)) return 'le manifeste n’est pas celui qui a été signé';
  } catch {
    return 'la signature n’est pas valable';
  }
  if (thumbprint !== null && thumbprint !== printed) return `elle est signée par une autre clé, ${printed}`;
  return null;
}
