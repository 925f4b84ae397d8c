import { expect, type Locator } from '@playwright/test';
import type { Desk } from './desk';
import { openByKey, pressByKey, typeByKey } from './keyboard';

/** The instant messages of a candidate, by keyboard. */
export class Discussion {
  private constructor(readonly window: Locator) {}

  static async open(desk: Desk): Promise<Discussion> {
    const window = await openByKey(desk, 'Discussion');
    await expect(window.getByRole('navigation', { name: 'Conversations' })).toBeVisible();
    return new Discussion(window);
  }

  /** A colleague's line in the list of conversations. */
  person(name: string): Locator {
    return this.window
      .getByRole('navigation', { name: 'Conversations' })
      .getByRole('button', { name: new RegExp(name) });
  }

  /** Shows what was written with somebody. */
  async show(name: string): Promise<void> {
    await pressByKey(this.person(name));
    await expect(this.window.getByRole('region', { name: `Discussion avec ${name}` })).toBeVisible();
  }

  /** Messages of the conversation on screen, oldest first. */
  get messages(): Locator {
    return this.window.getByRole('list', { name: 'Messages' }).getByRole('listitem');
  }

  async write(name: string, words: string): Promise<void> {
    const line = this.window.getByRole('textbox', { name: `Message à ${name}` });
    await typeByKey(line, words);
    await line.page().keyboard.press('Enter');
    await expect(line).toHaveValue('');
  }
}
