import type { GestureBatch, GestureReceipt, ModelSnapshot, Opening, WireError } from '../sitting/wire';
import type { ModelId } from './app-model';
import type { SendOutcome } from './outbox.svelte';

/** The server said no, with its stable code. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string
  ) {
    super(`${status} ${code}`);
    this.name = 'ApiError';
  }
}

/** A request that hangs longer than this is treated as unreachable: in an exam room, the answer takes milliseconds. */
const TIMEOUT_MS = 10_000;

async function call<T>(path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS)
  });
  if (response.ok) return (await response.json()) as T;
  const error = (await response.json().catch(() => null)) as WireError | null;
  throw new ApiError(response.status, error?.code ?? `http.${response.status}`);
}

/** The candidate's endpoints (`sitting/wire.ts`), typed. Each rejects with `ApiError` or with the network's own error. */
export const deskApi = {
  /** Takes the sitting over: gives this tab its ticket. */
  open: (): Promise<Opening> => call('/api/poste/ouverture'),
  /** Reads everything again under the ticket that this tab has. */
  reopen: (tab: string): Promise<Opening> => call(`/api/poste/ouverture?onglet=${encodeURIComponent(tab)}`),
  snapshot: (model: ModelId): Promise<ModelSnapshot> => call(`/api/poste/etat/${model}`),
  confirmIdentity: (): Promise<unknown> => call('/api/poste/identite', {}),
  raiseHand: (raised: boolean): Promise<unknown> => call('/api/poste/main', { raised }),
  /** A sign of life, with the number of gestures not delivered yet. */
  presence: (tab: string, pending: number): Promise<unknown> => call('/api/poste/presence', { tab, pending }),
  /** Sends a batch and sorts the answers by what the outbox has to do next. */
  async send(batch: GestureBatch): Promise<SendOutcome> {
    try {
      return { kind: 'receipt', receipt: await call<GestureReceipt>('/api/poste/gestes', batch) };
    } catch (error) {
      if (!(error instanceof ApiError)) return { kind: 'unreachable' };
      if (error.status >= 500 || error.status === 429) return { kind: 'unreachable' };
      if (error.code === 'outbox.gap') return afterGap(batch);
      if (error.code.startsWith('event.') || error.code.startsWith('batch.'))
        return { kind: 'refused', code: error.code };
      return { kind: 'closed', code: error.code };
    }
  }
};

/** After a gap, asks what the server expects. */
async function afterGap(batch: GestureBatch): Promise<SendOutcome> {
  const answer = await call<{ expected: number }>(
    `/api/poste/gestes?bac=${encodeURIComponent(batch.outbox)}`
  ).catch(() => null);
  return answer ? { kind: 'gap', expected: answer.expected } : { kind: 'unreachable' };
}
