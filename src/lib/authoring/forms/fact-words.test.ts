import { expect, it } from 'vitest';
import { FACT_ATTRIBUTES } from '../../scenario/fact-attributes';
import { FACT_GROUPS } from './fact-words';

it('offers no attribute that the fact does not have', () => {
  const facts = FACT_GROUPS.flatMap((group) => group.facts);
  const strangers = facts.flatMap(({ name, attributes }) =>
    attributes
      .map(({ key }) => key.split('.')[0]!)
      .filter((key) => !(key in FACT_ATTRIBUTES[name]))
      .map((key) => `${name} ${key}`)
  );
  expect(facts.map(({ name }) => name).toSorted()).toEqual(Object.keys(FACT_ATTRIBUTES).toSorted());
  expect(strangers).toEqual([]);
});
