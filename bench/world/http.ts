/** A signed-in person: what a request needs to be theirs. */
export interface Visitor {
  readonly origin: string;
  /** `plateau=<token>` */
  readonly cookie: string;
}

/** Signs in with an access code, as the entry page does. Throws when the server refuses. */
export async function signIn(origin: string, code: string): Promise<Visitor> {
  const response = await fetch(`${origin}/`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    body: new URLSearchParams({ code })
  });
  await response.arrayBuffer();
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (response.status !== 303 || !cookie) throw new Error(`sign-in: ${response.status}`);
  return { origin, cookie };
}

/** Calls an endpoint as somebody; GET without a body. Throws with the server's words when it refuses. */
export async function call<T>(visitor: Visitor, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${visitor.origin}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { cookie: visitor.cookie, 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body)
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
  return (text === '' ? null : JSON.parse(text)) as T;
}

/** Runs `work` on every item, `width` at a time, and keeps the order. */
export async function each<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]!);
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  return results;
}
