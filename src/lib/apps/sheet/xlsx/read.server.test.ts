import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { xlsxToWorkbook } from './read.server';

const sheet = (letters: number) =>
  zipSync({ 'xl/worksheets/sheet1.xml': strToU8('A'.repeat(letters)) }, { level: 9 });
const TOO_LARGE = 'larger than 40 MB once unpacked';

describe('a workbook from outside', () => {
  it('is refused when it hides far more than it weighs, before anything of it is read', async () => {
    const bomb = sheet(41_000_000);
    expect(bomb.length).toBeLessThan(100_000);
    await expect(xlsxToWorkbook(bomb)).rejects.toThrow(TOO_LARGE);
  });

  it('is refused for what it is when it is small and no workbook', async () => {
    await expect(xlsxToWorkbook(sheet(10))).rejects.toThrow(/^(?!.*larger than 40 MB)/);
  });
});
