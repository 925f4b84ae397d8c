import { DomainError } from '../../kernel/domain-error';

/** One entry as the central directory of an archive declares it. Nothing of it can be trusted yet. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly encrypted: boolean;
  readonly symlink: boolean;
  readonly folder: boolean;
  /** Where its compressed bytes begin. */
  readonly dataAt: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const SYMLINK = 0xa000;
const TYPE_OF_FILE = 0xf000;
const UNIX = 3;
const UTF8_FLAG = 0x800;

const broken = (why: string) => new DomainError('import.damaged', why);

/**
 * Reads the list of an archive without unpacking anything.
 * @throws DomainError `import.not-zip`, `import.damaged` (cut, several disks, ZIP64), `import.too-many-files`, `import.overlap`
 */
export function readZipDirectory(bytes: Uint8Array, mostFiles: number): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < END_SIZE || ![LOCAL, END].includes(view.getUint32(0, true)))
    throw new DomainError('import.not-zip', 'no zip signature');
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count !== view.getUint16(end + 8, true)) throw broken('several disks');
  if (count > mostFiles) throw new DomainError('import.too-many-files', `${count} entries`);
  const entries: ZipEntry[] = [];
  const spans: { readonly from: number; readonly to: number }[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw broken('no central entry');
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const entry = entryAt(bytes, view, at, nameLength);
    if (next > end) throw broken('central entry is cut');
    entries.push(entry);
    spans.push({ from: view.getUint32(at + 42, true), to: entry.dataAt + entry.compressedSize });
    at = next;
  }
  refuseOverlap(spans);
  return entries;
}

function endOf(view: DataView): number {
  const least = Math.max(0, view.byteLength - END_SIZE - 0xffff);
  for (let at = view.byteLength - END_SIZE; at >= least; at -= 1)
    if (view.getUint32(at, true) === END) return at;
  throw broken('no end of directory');
}

function entryAt(bytes: Uint8Array, view: DataView, at: number, nameLength: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const compressedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const local = view.getUint32(at + 42, true);
  if ([compressedSize, size, local].includes(0xffffffff)) throw broken('ZIP64');
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL) throw broken('no local entry');
  const dataAt = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (dataAt + compressedSize > view.byteLength) throw broken('entry is cut');
  const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength), (flags & UTF8_FLAG) !== 0);
  const mode = view.getUint32(at + 38, true) >>> 16;
  return {
    name,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    compressedSize,
    size,
    encrypted: (flags & 1) !== 0,
    symlink: view.getUint8(at + 5) === UNIX && (mode & TYPE_OF_FILE) === SYMLINK,
    folder: name.endsWith('/'),
    dataAt
  };
}

/** Names are UTF-8, declared or not; a name in an older alphabet is refused with its file. */
function nameOf(bytes: Uint8Array, declared: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new DomainError('import.name', `a name is not UTF-8 (declared: ${declared})`);
  }
}

/** Entries that share bytes are how a small archive holds a huge one. */
function refuseOverlap(spans: readonly { readonly from: number; readonly to: number }[]): void {
  const sorted = spans.toSorted((left, right) => left.from - right.from);
  for (let index = 1; index < sorted.length; index += 1)
    if (sorted[index]!.from < sorted[index - 1]!.to)
      throw new DomainError('import.bomb', 'entries share their bytes');
}
