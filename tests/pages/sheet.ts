import { expect, type Locator } from '@playwright/test';
import type { Desk } from './desk';

/** One workbook in the spreadsheet. */
export class Workbook {
  private constructor(
    readonly desk: Desk,
    readonly window: Locator
  ) {}

  static async create(desk: Desk, name: string): Promise<Workbook> {
    const start = await desk.open('Tableur');
    await start.getByRole('button', { name: 'Nouveau classeur' }).click();
    await desk.saveAs(name);
    const window = desk.window(`${name}.xlsx`);
    await expect(window.getByRole('treegrid').first()).toBeVisible();
    return new Workbook(desk, window);
  }

  /** Goes to a cell by the name box and types in it. */
  async fill(cell: string, text: string): Promise<void> {
    await this.desk.bringForward('Tableur');
    const box = this.window.getByRole('textbox', { name: /^Zone Nom/ });
    await box.fill(cell);
    await box.press('Enter');
    await this.desk.page.keyboard.type(text);
    await this.desk.page.keyboard.press('Enter');
  }
}
