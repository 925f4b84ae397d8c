import { describe, expect, it } from 'vitest';
import { compressed } from './compression.server';

const asking = (encoding: string) =>
  new Request('http://room/', { headers: { 'accept-encoding': encoding } });
const long = JSON.stringify({ words: 'bonjour '.repeat(500) });
const json = (body: string) => new Response(body, { headers: { 'content-type': 'application/json' } });

describe('compression', () => {
  it('makes long JSON smaller, and it reads the same', async () => {
    const answer = await compressed(asking('gzip, deflate'), json(long));
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(answer.headers.get('vary')).toContain('accept-encoding');
    const stream = answer.body!.pipeThrough(new DecompressionStream('gzip'));
    expect(await new Response(stream).text()).toBe(long);
  });

  it('leaves a browser without gzip, and short answers, as they are', async () => {
    const plain = await compressed(asking('identity'), json(long));
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(long);
    const short = await compressed(asking('gzip'), json('{}'));
    expect(short.headers.get('content-encoding')).toBeNull();
    expect(await short.text()).toBe('{}');
  });

  it('never holds a stream of events back', async () => {
    const endless = new ReadableStream({ pull: () => new Promise(() => undefined) });
    const stream = new Response(endless, { headers: { 'content-type': 'text/event-stream' } });
    expect(await compressed(asking('gzip'), stream)).toBe(stream);
  });
});
