import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { Latest } from './latest.svelte';

describe('Latest', () => {
  it('tells what reads it, and the truth to what its own change tears down', () => {
    const value = new Latest(1);
    const seen: number[] = [];
    const left: number[] = [];
    const stop = $effect.root(() => {
      $effect(() => {
        seen.push(value.current);
        return () => left.push(value.current);
      });
    });
    flushSync();
    value.current = 2;
    flushSync();
    stop();
    expect(seen).toEqual([1, 2]);
    expect(left).toEqual([2, 2]);
  });
});
