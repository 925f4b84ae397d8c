/** A refusal of the server in the words of the screen. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const UNREACHABLE = 'Le serveur ne répond pas. Vérifiez le réseau, puis recommencez.';

/**
 * Asks the workshop's API, whatever it answers with. A form goes as it is, anything else as JSON.
 * @param path after `/api/atelier/`
 * @throws Refusal with the server's words; the name of the file that it is about comes first
 */
export async function askFor(method: Method, path: string, body?: unknown): Promise<Response> {
  const sent: RequestInit = { method };
  if (body instanceof FormData) sent.body = body;
  else if (body !== undefined) {
    sent.body = JSON.stringify(body);
    sent.headers = { 'content-type': 'application/json' };
  }
  const response = await fetch(`/api/atelier/${path}`, sent).catch(() => {
    throw new Refusal('network', UNREACHABLE);
  });
  if (response.ok) return response;
  const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  const words = typeof answer['message'] === 'string' ? answer['message'] : UNREACHABLE;
  const about = typeof answer['name'] === 'string' ? `« ${answer['name']} » : ` : '';
  const sentence = about ? about + words.charAt(0).toLowerCase() + words.slice(1) : words;
  throw new Refusal(String(answer['code'] ?? response.status), sentence);
}

/** Asks for JSON. @throws Refusal */
export async function ask<T>(method: Method, path: string, body?: unknown): Promise<T> {
  const response = await askFor(method, path, body);
  return (await response.json().catch(() => ({}))) as T;
}

/** The words of anything that went wrong. */
export const wordsOf = (fault: unknown): string => (fault instanceof Refusal ? fault.message : UNREACHABLE);
