import { describe, expect, it } from 'vitest';
import { Recent } from './recent';

describe('recent results', () => {
  it('makes a result once, keeps the last ones asked, and tries again after a failure', async () => {
    const made: string[] = [];
    const make = (key: string) => () => Promise.resolve(`${key}${made.push(key)}`);
    const recent = new Recent<string>(2);
    expect(await Promise.all([recent.get('a', make('a')), recent.get('a', make('a'))])).toEqual(['a1', 'a1']);
    await recent.get('b', make('b'));
    await recent.get('a', make('a'));
    await recent.get('c', make('c'));
    expect([await recent.get('a', make('a')), await recent.get('b', make('b'))]).toEqual(['a1', 'b4']);
    await expect(recent.get('d', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await recent.get('d', make('d'))).toBe('d5');
  });
});
