/** What the decor keeps of an .eml file. */
export interface MailFile {
  /** Address in lower case. */
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  /** `2026-03-17 08:12`, in the sender's own hour; `null` when the date cannot be read. */
  readonly at: string | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const decoded = (bytes: Uint8Array, charset: string): string => {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};
const bytesOf = (binary: string): Uint8Array => Uint8Array.from(binary, (char) => char.charCodeAt(0) & 0xff);
const fromBase64 = (text: string): Uint8Array => {
  try {
    return bytesOf(atob(text.replace(/[^A-Za-z0-9+/]/g, '')));
  } catch {
    return new Uint8Array();
  }
};
const fromQuoted = (text: string): Uint8Array =>
  bytesOf(
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  );

/** `=?utf-8?Q?R=C3=A9union?=` → « Réunion ». */
const words = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?([^?]+)\?([BQ])\?([^?]*)\?=/gi, (_, charset: string, how: string, body: string) =>
      decoded(how.toUpperCase() === 'B' ? fromBase64(body) : fromQuoted(body.replace(/_/g, ' ')), charset)
    );

interface Part {
  readonly heads: ReadonlyMap<string, string>;
  readonly body: string;
}

function partOf(raw: string): Part {
  const end = /\r?\n\r?\n/.exec(raw);
  const top = end ? raw.slice(0, end.index) : raw;
  const heads = new Map(
    top
      .replace(/\r?\n[ \t]+/g, ' ')
      .split(/\r?\n/)
      .flatMap((line) => {
        const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
        return name ? [[name.toLowerCase(), value ?? ''] as const] : [];
      })
  );
  return { heads, body: end ? raw.slice(end.index + end[0].length) : '' };
}

/** The plain text of a part, looked for in the parts inside it. */
function textOf({ heads, body }: Part): string | null {
  const type = heads.get('content-type') ?? 'text/plain';
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary) {
    const parts = body.split(`--${boundary}`).slice(1, -1);
    for (const part of parts) {
      const found = textOf(partOf(part.replace(/^\r?\n/, '')));
      if (found !== null) return found;
    }
    return null;
  }
  if (!/^text\/plain/i.test(type)) return null;
  const charset = /charset="?([\w-]+)"?/i.exec(type)?.[1] ?? 'utf-8';
  const encoding = (heads.get('content-transfer-encoding') ?? '').toLowerCase();
  const bytes =
    encoding === 'base64'
      ? fromBase64(body)
      : encoding === 'quoted-printable'
        ? fromQuoted(body)
        : bytesOf(body);
  return decoded(bytes, charset).replace(/\r\n/g, '\n').trim();
}

function dateOf(text: string): string | null {
  const [, day, month, year, hour, minute] = /(\d{1,2}) (\w{3})\w* (\d{4}) (\d{2}):(\d{2})/.exec(text) ?? [];
  const index = MONTHS.indexOf((month ?? '').toLowerCase());
  if (index < 0 || !day) return null;
  return `${year}-${String(index + 1).padStart(2, '0')}-${day.padStart(2, '0')} ${hour}:${minute}`;
}

/** Sender, subject, plain text and date of an .eml file (RFC 5322). */
export function readMail(bytes: Uint8Array): MailFile {
  const raw = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const part = partOf(raw);
  const from = part.heads.get('from') ?? '';
  return {
    from: (/<([^>]+)>/.exec(from)?.[1] ?? from).trim().toLowerCase(),
    subject: words(part.heads.get('subject') ?? '') || 'Sans objet',
    text: textOf(part) ?? '',
    at: dateOf(part.heads.get('date') ?? '')
  };
}
