import { describe, expect, it } from 'vitest';
import { ringCommand } from './ring-keys';

const press = (
  code: string,
  held: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey', boolean>> = {}
) => ringCommand({ code, ctrlKey: true, altKey: true, shiftKey: false, metaKey: false, ...held });

describe('keys of a ringing telephone', () => {
  it('picks up and puts off', () => {
    expect(press('KeyD')).toBe('pick-up');
    expect(press('KeyS')).toBe('put-off');
  });

  it('puts on hold and takes back', () => {
    expect(press('KeyP')).toBe('hold');
    expect(press('KeyP', { altKey: false })).toBeNull();
  });

  it('leaves saving and plain typing alone', () => {
    expect(press('KeyS', { altKey: false })).toBeNull();
    expect(press('KeyD', { ctrlKey: false, altKey: false })).toBeNull();
    expect(press('KeyD', { shiftKey: true })).toBeNull();
    expect(press('KeyF')).toBeNull();
  });
});
