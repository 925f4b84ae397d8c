import { expect, it } from 'vitest';
import { docOf } from './schema';
import { findMatches } from './search';
import { docWith, paragraph, text } from './testing/builders';

it('finds across marks, whatever the case, and typed quotes and spaces find typographic ones', () => {
  const doc = docOf(
    docWith(paragraph([text('Mon'), text('sieur', 'bold')]), paragraph('l’avoir de 414\u00a0€'))
  );
  expect(findMatches(doc, 'MONSIEUR')).toEqual([{ from: 1, to: 9 }]);
  expect(findMatches(doc, "l'avoir")).toEqual([{ from: 11, to: 18 }]);
  expect(findMatches(doc, '414 €')).toHaveLength(1);
  expect(findMatches(doc, '')).toEqual([]);
});
