import { expect, it } from 'vitest';
import { deskCommand, KEYBOARD_HELP, type KeyPress } from './shortcuts';

const press = (key: string, more: Partial<KeyPress> = {}) =>
  deskCommand({
    key,
    code: '',
    ctrlKey: false,
    altKey: false,
    shiftKey: false,
    metaKey: false,
    ...more
  });
const CTRL_ALT = { ctrlKey: true, altKey: true };

it('obeys the keys of the help', () => {
  expect(press('F1')).toEqual({ do: 'help' });
  expect(press('F6', { shiftKey: true })).toEqual({ do: 'next-region', back: true });
  expect(press('²', { ctrlKey: true })).toEqual({ do: 'switch', back: false });
  expect(press('`', { ctrlKey: true, code: 'Backquote', shiftKey: true })).toEqual({
    do: 'switch',
    back: true
  });
  expect(press('ArrowLeft', CTRL_ALT)).toEqual({ do: 'arrow', arrow: 'left' });
  expect(press('Enter', CTRL_ALT)).toEqual({ do: 'menu' });
  expect(press('f', { ...CTRL_ALT, code: 'KeyF' })).toEqual({ do: 'close' });
});

it('leaves to the apps what they need to type and edit', () => {
  for (const key of ['a', 'Enter', 'Escape', 'ArrowLeft', 'Tab', 'F2', 'F7']) expect(press(key)).toBeNull();
  for (const key of ['c', 'f', 'z', 'ArrowLeft', 'Enter']) expect(press(key, { ctrlKey: true })).toBeNull();
  expect(press('€', { ...CTRL_ALT, code: 'KeyE' })).toBeNull();
  expect(press('ArrowLeft', { ...CTRL_ALT, metaKey: true })).toBeNull();
});

it('explains each of them once', () => {
  const keys = KEYBOARD_HELP.flatMap((group) => group.keys.map(([key]) => key));
  expect(new Set(keys).size).toBe(keys.length);
});
