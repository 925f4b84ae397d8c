import type { Marking } from '../grid/marks';
import type { ReplayFeed } from '../replay/feed';

/** The server said no: its stable code, its words in French, and the criteria concerned. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly missing: readonly string[]
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

interface RefusalBody {
  readonly code?: string;
  readonly message?: string;
  readonly missing?: readonly string[];
}

const TIMEOUT_MS = 15_000;

async function call<T>(path: string, body?: unknown): Promise<T> {
  const response = await fetch(`/api/jury/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
    cache: 'no-store'
  });
  if (response.ok) return (await response.json()) as T;
  const refusal = (await response.json().catch(() => ({}))) as RefusalBody;
  if (response.status >= 500) throw new Error(`server fault ${response.status}`);
  throw new Refusal(
    refusal.code ?? `http.${response.status}`,
    refusal.message ?? 'La demande n’a pas pu être suivie.',
    refusal.missing ?? []
  );
}

const copy = (number: string, rest: string) => `copies/${encodeURIComponent(number)}/${rest}`;

/** The jury’s endpoints, typed. Each rejects with a `Refusal`, or with the network’s own error. */
export const juryApi = {
  write: (number: string, marking: Marking): Promise<{ wall: number }> =>
    call(copy(number, 'appreciations'), marking),
  seal: (number: string): Promise<unknown> => call(copy(number, 'scellement'), {}),
  unseal: (number: string, reason: string): Promise<unknown> =>
    call(copy(number, 'descellement'), { reason }),
  settle: (
    number: string,
    settlement: { criterion: string; mark: string; motive: string }
  ): Promise<unknown> => call(copy(number, 'accord'), settlement),
  confirm: (number: string): Promise<unknown> => call(copy(number, 'accord/confirmation'), {}),
  sign: (code: string, digest: string): Promise<unknown> => call('proces-verbal/signature', { code, digest }),
  async replay(number: string): Promise<ReplayFeed> {
    const response = await fetch(`/api/jury/${copy(number, 'rejeu')}`);
    if (!response.ok) throw new Error(`replay ${response.status}`);
    return (await response.json()) as ReplayFeed;
  }
};

/** What to say of a failed request. */
export const wordsOf = (fault: unknown): string =>
  fault instanceof Refusal ? fault.message : 'Le serveur ne répond pas. Réessayez dans un instant.';
