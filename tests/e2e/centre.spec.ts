import { Board } from '../pages/board';
import { Desk } from '../pages/desk';
import { Door } from '../pages/door';
import { PlateauServer } from './server';
import { expect, sitDown, test } from './test';

test('a centre begins with one code on the console, and a candidate ends up at a desk', async ({
  browser
}) => {
  const server = await PlateauServer.start('centre');
  try {
    const oneTime = /^\s+([2-9A-Z]{4}-[2-9A-Z]{4})$/m.exec(server.output)?.[1] ?? '';
    const { page: head } = await sitDown(browser, server);
    const door = new Door(head);
    await door.open();
    await door.tryCode(oneTime);
    const personal = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(await head.getByRole('main').innerText())?.[0] ?? '';
    expect(personal).not.toBe(oneTime);
    await head.getByRole('link').first().click();
    await expect(head.getByRole('heading', { name: 'Sessions d’examen' })).toBeVisible();
    await expect(head.getByText('Mode démonstration')).toBeHidden();
  } finally {
    await server.stop();
  }
});
void Board;
void Desk;
