import { describe, expect, it } from 'vitest';
import { CONTENTS } from '../../scenario/format-channels';
import { conditionSchema } from '../../scenario/format-cue';
import { FACTS } from '../../scenario/format-pattern';
import { eventSchema } from '../../scenario/format-script';
import { CONDITIONS, kindOfCondition, newCondition } from './conditions';
import { FACT_GROUPS, factLabel } from './fact-words';
import { nameProblem } from './id-words';
import { OPERATORS, operatorIn, rowsOf, textsOf, withOperator, wordsOf } from './operators';
import { freeId, newContent } from './templates';

describe('a new event', () => {
  it.each(CONTENTS.filter((content) => content !== 'commandes'))(
    'of « %s » already satisfies the format',
    (content) => {
      const fresh = newContent(content, 'directrice', 'lettre.pdf', '2026-03-17');
      const event = { id: 'un', a: '00:10', [content]: fresh };
      const parsed = eventSchema.safeParse(event);
      // An appointment must say whose it is: that choice is the author’s.
      const open = content === 'agenda' ? ['calendriers'] : [];
      expect(parsed.error?.issues.map(({ path }) => path.at(-1)) ?? []).toEqual(open);
    }
  );

  it('takes an identifier that nobody has', () => {
    expect([
      freeId('appel', []),
      freeId('appel', ['appel', 'appel_2']),
      freeId('appel_2', ['appel_2'])
    ]).toEqual(['appel', 'appel_3', 'appel_3']);
  });
});

describe('a condition', () => {
  it.each(CONDITIONS.map(({ id }) => id))(
    'of kind « %s » is well formed from the start, and known again',
    (kind) => {
      const fresh = newCondition(kind, { fait: 'appel.decroche' }, 'appel_aubry', 'lettre');
      expect(conditionSchema.safeParse(fresh).success).toBe(true);
      expect(kindOfCondition(fresh)).toBe(kind);
    }
  );

  it('keeps the fact or the parts that it had when it becomes another', () => {
    const fact = { fait: 'appel.decroche', appel: 'x' };
    expect(newCondition('absence', fact, '', '')).toEqual({ absence: fact, pendant: '10 min' });
    expect(newCondition('fait', { absence: fact, pendant: '5 min' }, '', '')).toEqual(fact);
    expect(newCondition('un_de', { tous: [fact, { heure: '00:10' }] }, '', '')).toEqual({
      un_de: [fact, { heure: '00:10' }]
    });
  });
});

describe('a comparison', () => {
  it.each(OPERATORS.map(({ id }) => id))('by « %s » is read as it was written', (operator) => {
    const written = withOperator(operator, '10, 20', true);
    const again = operator === 'egal' ? 'egal' : operator;
    expect(operatorIn(written)).toBe(again);
    if (operator !== 'existe') expect(wordsOf(written)).toBe('10, 20');
  });

  it('leaves telephone numbers texts, and makes amounts numbers', () => {
    expect(withOperator('egal', '0241')).toBe('0241');
    expect(withOperator('egal', '414.5', true)).toBe(414.5);
    expect([textsOf('un, deux'), textsOf('un')]).toEqual([['un', 'deux'], 'un']);
  });

  it('does not touch what a line of form cannot show', () => {
    expect(operatorIn({ nom: { contient: 'avoir' } })).toBeNull();
    expect(operatorIn({ contient: 'a', sauf: 'b' })).toBeNull();
    expect(operatorIn({ existe: false })).toBeNull();
  });
});

describe('the lines of a pattern', () => {
  it('open a nested pattern, and keep an operator whole', () => {
    const pattern = {
      fait: 'courriel.envoye',
      a: 'aubry',
      piece: { nom: { contient: 'avoir' }, type: 'pdf' },
      objet: { contient: 'avoir', sauf: 'devis' },
      avant: '01:00'
    };
    expect(rowsOf(pattern)).toEqual(['a', 'piece.nom', 'piece.type', 'objet', 'avant']);
  });
});

describe('an identifier', () => {
  it('is refused when the format or another one forbids it', () => {
    expect(nameProblem('appel_2', ['appel'])).toBe('');
    expect(nameProblem('appel', ['appel'])).not.toBe('');
    expect(['Appel', '2e', 'été', '', 'a b'].filter((name) => nameProblem(name, []) === '')).toEqual([]);
  });
});

describe('the words of facts', () => {
  it('exist for every fact of the format, once', () => {
    const offered = FACT_GROUPS.flatMap(({ facts }) => facts.map(({ name }) => name));
    expect(offered.toSorted()).toEqual([...FACTS].toSorted());
    expect(FACTS.every((name) => factLabel(name) !== name)).toBe(true);
  });
});
