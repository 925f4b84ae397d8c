import { tick } from 'svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { holdFocus } from './hold-focus';

let field: HTMLInputElement;
let veil: HTMLButtonElement;
beforeEach(() => {
  field = document.body.appendChild(document.createElement('input'));
  veil = document.body.appendChild(document.createElement('button'));
});
afterEach(() => document.body.replaceChildren());

it('gives the keyboard back to what had it before the veil', async () => {
  field.focus();
  const giveBack = holdFocus();
  veil.focus();
  veil.remove();
  expect(document.activeElement).toBe(document.body);
  giveBack();
  await tick();
  expect(document.activeElement).toBe(field);
});

it('waits until the desk may take it again', async () => {
  field.focus();
  const giveBack = holdFocus();
  field.disabled = true;
  giveBack();
  field.disabled = false;
  await tick();
  expect(document.activeElement).toBe(field);
});

it('leaves the keyboard where it is when what had it has gone, or when nothing had it', async () => {
  field.focus();
  const gone = holdFocus();
  field.remove();
  const nothing = holdFocus();
  veil.focus();
  for (const giveBack of [gone, nothing]) {
    giveBack();
    await tick();
    expect(document.activeElement).toBe(veil);
  }
});
