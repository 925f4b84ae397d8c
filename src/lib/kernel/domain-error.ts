/**
 * An expected refusal. `code` is stable (`area.reason`, kebab-case) and is what screens and clients choose their
 * words by; `message` is for the log of the server. One table (`routes/error-table.ts`) maps codes to HTTP statuses.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    message: string = code,
    readonly details: Readonly<Record<string, unknown>> = {}
  ) {
    super(message);
    this.name = 'DomainError';
  }
}
