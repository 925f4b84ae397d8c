import { parseRecipients } from './addresses';

/** What another app may ask: `openApp('mail', { compose: { to, subject, body, attachments } })`; `attachments` are file ids. */
export interface ComposeIntent {
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly attachments: readonly string[];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** Reads the intent handed to the window; `null` when it asks for no composition. `to` may be a text or a list. */
export function readComposeIntent(value: unknown): ComposeIntent | null {
  if (typeof value !== 'object' || value === null) return null;
  const { to, subject, body, attachments } = value as Record<string, unknown>;
  return {
    to: parseRecipients([text(to), ...texts(to)].join(';')),
    subject: text(subject),
    body: text(body),
    attachments: texts(attachments)
  };
}
