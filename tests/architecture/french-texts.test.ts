import { describe, expect, it } from 'vitest';
import { PLAIN_SPACE, screenTexts } from './french-texts';

describe('French typography of the screens', () => {
  const texts = screenTexts();

  it('reads the texts of the product', () => {
    expect(texts.length).toBeGreaterThan(3000);
    expect(texts.some(({ raw }) => raw.includes('Ce que le jury verra'))).toBe(true);
  });

  it('has a no-break space before ; : ! ? » € % and after «', () => {
    const faults = texts
      .filter(({ raw }) => PLAIN_SPACE.test(raw))
      .map(({ path, raw }) => `${path}: ${raw.trim().slice(0, 90)}`);
    expect(faults).toEqual([]);
  });
});
