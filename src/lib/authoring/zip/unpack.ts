import { Inflate } from 'fflate';
import { DomainError } from '../../kernel/domain-error';
import { crc32 } from './crc';
import { readZipDirectory, type ZipEntry } from './directory';

/** What an archive may weigh. Sizes in bytes. */
export interface UnpackLimits {
  readonly archiveBytes: number;
  readonly files: number;
  readonly fileBytes: number;
  readonly totalBytes: number;
  /** Most bytes out for one byte in, looked at from `ratioFrom` bytes out on: a short text may shrink a lot. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

const STORED = 0;
const DEFLATED = 8;
const CHUNK = 16_384;

/**
 * The files of an archive by name, folders left out, each with all its bytes and its sum checked. Declared sizes are
 * refused before anything is unpacked, and real ones while it is: no more than the declared size is ever kept in memory.
 * @param accept looks at every name before anything is unpacked: gives it the name to keep, `null` to leave it out, or
 *   throws
 * @throws DomainError `import.not-zip`, `import.damaged`, `import.too-large`, `import.too-many-files`, `import.bomb`,
 *   `import.encrypted`, `import.symlink`, `import.name`, `import.twice`, and those of `accept`; `details.name` is the file
 */
export function unpack(
  archive: Uint8Array,
  limits: UnpackLimits,
  accept: (name: string) => string | null
): ReadonlyMap<string, Uint8Array> {
  if (archive.length > limits.archiveBytes)
    throw new DomainError('import.too-large', `${archive.length} bytes`);
  const wanted = new Map<string, ZipEntry>();
  const seen = new Set<string>();
  let total = 0;
  for (const entry of readZipDirectory(archive, limits.files)) {
    const name = keptName(entry, accept);
    if (name === null) continue;
    // Two names that differ by their case are one file on many machines.
    const key = name.toLowerCase();
    if (seen.has(key)) throw refusal('import.twice', name);
    seen.add(key);
    total += entry.size;
    refuseWeight(entry, total, limits, name);
    wanted.set(name, entry);
  }
  return new Map([...wanted].map(([name, entry]) => [name, bytesOf(archive, entry, name)]));
}

const refusal = (code: string, name: string) => new DomainError(code, `${code}: ${name}`, { name });

function keptName(entry: ZipEntry, accept: (name: string) => string | null): string | null {
  if (entry.symlink) throw refusal('import.symlink', entry.name);
  if (entry.encrypted) throw refusal('import.encrypted', entry.name);
  const kept = accept(entry.name);
  return entry.folder ? null : kept;
}

function refuseWeight(entry: ZipEntry, total: number, limits: UnpackLimits, name: string): void {
  const { size, compressedSize } = entry;
  if (size > limits.ratioFrom && size > compressedSize * limits.ratio) throw refusal('import.bomb', name);
  if (size > limits.fileBytes) throw refusal('import.file-too-large', name);
  if (total > limits.totalBytes) throw new DomainError('import.too-large', `${total} bytes inside`);
}

function bytesOf(archive: Uint8Array, entry: ZipEntry, name: string): Uint8Array {
  const data = archive.subarray(entry.dataAt, entry.dataAt + entry.compressedSize);
  if (entry.method !== STORED && entry.method !== DEFLATED) throw refusal('import.damaged', name);
  const bytes = entry.method === STORED ? data.slice() : inflated(data, entry.size, name);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw refusal('import.damaged', name);
  return bytes;
}

/** Unpacks piece by piece, and stops at the first byte beyond the declared size. */
function inflated(data: Uint8Array, size: number, name: string): Uint8Array {
  const bytes = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) throw refusal('import.bomb', name);
    bytes.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at === 0 || at < data.length; at += CHUNK)
      stream.push(data.subarray(at, at + CHUNK), at + CHUNK >= data.length);
  } catch (fault) {
    if (fault instanceof DomainError) throw fault;
    throw refusal('import.damaged', name);
  }
  return bytes.subarray(0, length);
}
