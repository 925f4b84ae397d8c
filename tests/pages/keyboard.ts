import type { Locator, Page } from '@playwright/test';
import type { Desk } from './desk';

/** More than any window has: going round without finding means that it cannot be reached. */
const MOST_STEPS = 90;

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((node) => node === document.activeElement);

async function pressUntil(page: Page, key: string, reached: () => Promise<boolean>): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (await reached()) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead there`);
}

/** Goes to a control by Tab, as somebody without a mouse does. @throws Error when Tab does not lead there. */
export const tabTo = (target: Locator): Promise<void> =>
  pressUntil(target.page(), 'Tab', () => isFocused(target));

/** Presses a button with the keyboard alone. */
export async function pressByKey(target: Locator): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press('Enter');
}

/** Goes to a field by Tab and types in it, over what it held. */
export async function typeByKey(field: Locator, words: string): Promise<void> {
  await tabTo(field);
  await field.page().keyboard.press('Control+a');
  await field.page().keyboard.type(words);
}

/** Goes to a list by Tab and chooses the line that begins so, by its letters. */
export async function chooseByKey(list: Locator, beginning: string): Promise<void> {
  await tabTo(list);
  await list.page().keyboard.type(beginning);
}

/** Opens an application, or brings it forward, from the taskbar without a mouse. */
export async function openByKey(desk: Desk, application: string): Promise<Locator> {
  const { page, taskbar } = desk;
  await pressUntil(page, 'F6', () => taskbar.evaluate((bar) => bar.contains(document.activeElement)));
  await pressByKey(taskbar.getByRole('button', { name: new RegExp(`^${application}`) }));
  return desk.window(application);
}
