import { describe, expect, it } from 'vitest';
import type { ScenarioSource } from './format';
import type { EventSource } from './format-script';
import { titleOf } from './title-of';

const source = { personnes: { emily: { nom: 'Emily Whitfield' }, aubry: { nom: 'Jean Aubry' } } };
const call = (de: string) => ({ id: 'x', appel: { de, dialogue: {} } }) as unknown as EventSource;

describe('titleOf', () => {
  it('elides before a vowel, with or without an accent', () => {
    const title = (de: string) => titleOf(call(de), source as unknown as ScenarioSource);
    expect(title('emily')).toBe('Appel d’Emily Whitfield');
    expect(title('aubry')).toBe('Appel de Jean Aubry');
    expect(title('Étude Pineau')).toBe('Appel d’Étude Pineau');
  });
});
