import { parseStory } from '../../kernel/story-time';
import { formatCentsBare } from '../../kernel/format-fr';
import { textIn } from '../document/loose';
import type { Plain } from '../document/yaml-edit';

/** What was typed, as the scenario stores it, or why it cannot be, in French. */
export type Read = { readonly value: Plain } | { readonly fault: string };

/** How a kind of value is shown to its author, and read back from what they type. */
export interface Reading {
  show(value: unknown): string;
  /** @param text never empty */
  read(text: string): Read;
  /** Shown in an empty field. */
  readonly sample: string;
}

const NBSP = '\u00a0';
const pad = (value: number): string => String(value).padStart(2, '0');

/** A number as people type it: `1 250,40 €` → 1250.4, `8 %` → 8; `null` for what is none. */
export function figureOf(text: string): number | null {
  const figure = text.replace(/[\s\u00a0\u202f€%]/g, '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(figure) ? Number(figure) : null;
}

const comma = (value: unknown): string => textIn(value).replace('.', ',');

const money: Reading = {
  show: (value) => (typeof value === 'number' ? formatCentsBare(Math.round(value * 100)) : textIn(value)),
  read(text) {
    const figure = figureOf(text);
    if (figure !== null && Math.abs(figure * 100 - Math.round(figure * 100)) < 1e-6) return { value: figure };
    return { fault: `«${NBSP}${text}${NBSP}» n’est pas un montant en euros, ex.${NBSP}: 1${NBSP}250,40.` };
  },
  sample: '0,00'
};

const percent: Reading = {
  show: comma,
  read(text) {
    const figure = figureOf(text);
    return figure !== null && figure >= 0 && figure <= 100
      ? { value: figure }
      : { fault: `«${NBSP}${text}${NBSP}» n’est pas un pourcentage, ex.${NBSP}: 8 ou 5,5.` };
  },
  sample: ''
};

const count: Reading = {
  show: comma,
  read(text) {
    const figure = figureOf(text);
    return figure !== null && Number.isInteger(figure)
      ? { value: figure }
      : { fault: `«${NBSP}${text}${NBSP}» n’est pas un nombre entier.` };
  },
  sample: ''
};

const MONTHS = ['janv', 'fevr', 'mars', 'avr', 'mai', 'juin', 'juil', 'aout', 'sept', 'oct', 'nov', 'dec'];

/** `17/03/2026`, `17 mars 2026`, `1er avril 2026` or `2026-03-17` as `2026-03-17`; `null` for a day that does not exist. */
function dayOf(text: string): string | null {
  const plain = text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/^(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+/, '')
    .trim();
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain) ?? [];
  const [, ...french] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(plain) ?? [];
  const [, written, name = '', its] = /^(\d{1,2})(?:er)?\s+([a-z]+)\.?\s+(\d{4})$/.exec(plain) ?? [];
  const [y, m, d] = year
    ? [year, month, day]
    : french.length
      ? [french[2], french[1], french[0]]
      : [its, String(MONTHS.findIndex((month) => name.startsWith(month)) + 1), written];
  const iso = `${y}-${pad(Number(m))}-${pad(Number(d))}`;
  return parseStory(`${iso} 00:00`) === null ? null : iso;
}

const day: Reading = {
  show: (value) => textIn(value).replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1'),
  read(text) {
    const value = dayOf(text);
    return value
      ? { value }
      : { fault: `«${NBSP}${text}${NBSP}» n’est pas une date, ex.${NBSP}: 17/03/2026.` };
  },
  sample: '17/03/2026'
};

/** « 8 h 32 », « 14 h ». */
const hourWords = (hour: string, minute: string): string =>
  `${Number(hour)}${NBSP}h${minute === '00' ? '' : `${NBSP}${minute}`}`;

const instant: Reading = {
  show: (value) =>
    textIn(value).replace(
      /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2})$/,
      (_, y: string, m: string, d: string, hour: string, minute: string) =>
        `${d}/${m}/${y} ${hourWords(hour, minute)}`
    ),
  read(text) {
    const [, date = '', hour, minute = '0'] =
      /^(.+?)[\sT]+(?:à\s+)?(\d{1,2})\s*[h:]\s*(\d{2})?(?::\d{2})?$/i.exec(text.trim()) ?? [];
    const value = dayOf(date.replace(/,$/, '').trim());
    return value && Number(hour) < 24 && Number(minute) < 60
      ? { value: `${value} ${pad(Number(hour))}:${pad(Number(minute))}` }
      : {
          fault: `«${NBSP}${text}${NBSP}» n’est pas une date et une heure, ex.${NBSP}: 17/03/2026 8${NBSP}h${NBSP}32.`
        };
  },
  sample: `17/03/2026 8${NBSP}h${NBSP}32`
};

/** Seconds of `1 h 30`, `25 min`, `12 min 30 s`, `00:25` or `00:12:30`; `null` for anything else. */
function secondsOf(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]+/g, '').toLowerCase();
  const [clock, hours = '0', minutes = '0', seconds = '0'] =
    /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/.exec(plain) ??
    /^(?=\d)(?:(\d{1,2})h)?(?:([0-5]?\d)(?:min|mn|m)?)?(?:([0-5]?\d)s)?$/.exec(plain) ??
    [];
  return clock === undefined ? null : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

const examTime: Reading = {
  show(value) {
    const [clock, hours, minutes, seconds = '00'] =
      /^(\d{2}):([0-5]\d)(?::([0-5]\d))?$/.exec(textIn(value)) ?? [];
    if (clock === undefined) return textIn(value);
    const end = seconds === '00' ? '' : ` ${Number(seconds)}${NBSP}s`;
    return Number(hours) === 0
      ? `${Number(minutes)}${NBSP}min${end}`
      : `${hourWords(hours ?? '0', minutes ?? '00')}${end && `${NBSP}min${end}`}`;
  },
  read(text) {
    const seconds = secondsOf(text);
    if (seconds === null)
      return {
        fault: `«${NBSP}${text}${NBSP}» n’est pas un temps d’épreuve, ex.${NBSP}: 25${NBSP}min ou 1${NBSP}h${NBSP}30.`
      };
    const clock = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}`;
    return { value: seconds % 60 ? `${clock}:${pad(seconds % 60)}` : clock };
  },
  sample: `25${NBSP}min`
};

const phone: Reading = {
  show: textIn,
  read(text) {
    const spaced = text.replace(/[.\-/\s\u00a0\u202f]+/g, ' ').trim();
    const value = /^0\d{9}$/.test(spaced) ? spaced.replace(/(\d\d)(?=\d)/g, '$1 ') : spaced;
    return /^[+\d][\d ]{1,19}$/.test(value)
      ? { value }
      : { fault: `«${NBSP}${text}${NBSP}» n’est pas un numéro de téléphone, ex.${NBSP}: 02 61 91 04 12.` };
  },
  sample: '02 61 91 04 12'
};

const extension: Reading = {
  show: textIn,
  read: (text) =>
    /^\d{2,6}$/.test(text)
      ? { value: text }
      : { fault: `«${NBSP}${text}${NBSP}» n’est pas un numéro de poste, ex.${NBSP}: 201.` },
  sample: '201'
};

const email: Reading = {
  show: textIn,
  read: (text) =>
    /^[^\s@]+@[^\s@]+\.[a-z]+$/i.test(text)
      ? { value: text }
      : { fault: `«${NBSP}${text}${NBSP}» n’est pas une adresse de courriel.` },
  sample: 'nom@entreprise.example'
};

const text: Reading = { show: textIn, read: (typed) => ({ value: typed }), sample: '' };

const lines: Reading = {
  show: (value) => (Array.isArray(value) ? value.map(textIn).join('\n') : textIn(value)),
  read: (typed) => ({
    value: typed
      .split(/\s*[\n;|]\s*/)
      .map((line) => line.trim())
      .filter(Boolean)
  }),
  sample: ''
};

/** The ways to read a value that is typed. */
export const READINGS = {
  ...{ text, long: text, lines, money, percent, count, day, instant, 'exam-time': examTime },
  ...{ phone, extension, email, color: text }
} as const satisfies Readonly<Record<string, Reading>>;

export type TypedKind = keyof typeof READINGS;
