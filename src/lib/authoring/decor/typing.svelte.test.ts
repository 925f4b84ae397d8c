import { describe, expect, it } from 'vitest';
import { draftOf, formOf, WRITTEN } from '../../../../tests/builders/written-scenario';
import { SCENARIO, type Draft } from '../document/draft.svelte';
import type { Path } from '../document/yaml-edit';
import type { Field } from './fields';
import { TABLES } from './parts';
import { Typing } from './typing.svelte';

function typing(draft: Draft, table: string, key: string, ...path: Path): Typing {
  const field = TABLES.find(({ id }) => id === table)!.fields.find((one): one is Field => one.key === key)!;
  return new Typing(() => ({ form: formOf(draft, ...path), field, order: [] }));
}
const ARTICLE: Path = ['decor', 'commandes', 'articles', 0];

describe('a field being typed in', () => {
  it('writes what can be read at once, in one step of undo, and leaves every other byte', () => {
    const draft = draftOf();
    const price = typing(draft, 'articles', 'prix', ...ARTICLE);
    expect(price.text).toBe('62,50');
    for (const text of ['7', '70', '70,', '70,4']) price.input(text);
    expect(price.text).toBe('70,4');
    price.leave();
    expect(price.text).toBe('70,40');
    expect(draft.files[SCENARIO]).toBe(WRITTEN.replace('prix: 62.50', 'prix: 70.40'));
    draft.undo();
    expect(draft.files[SCENARIO]).toBe(WRITTEN);
  });

  it('keeps on screen what cannot be read, with the reason, and writes nothing', () => {
    const draft = draftOf();
    const price = typing(draft, 'articles', 'prix', ...ARTICLE);
    price.input('cher');
    expect(price.fault).toBeNull();
    price.leave();
    expect(price.fault).toContain('n’est pas un montant');
    expect([price.text, draft.dirty]).toEqual(['cher', false]);
    price.cancel();
    expect([price.text, price.fault]).toEqual(['62,50', null]);
  });

  it('takes an optional value away when it is left empty, not before, and refuses to empty what is needed', () => {
    const draft = draftOf();
    const phone = typing(draft, 'personnes', 'tel', 'personnes', 'aubry');
    phone.input('');
    expect(draft.dirty).toBe(false);
    phone.leave();
    expect(formOf(draft, 'personnes', 'aubry').has('tel')).toBe(false);
    const stock = typing(draft, 'articles', 'stock', ...ARTICLE);
    stock.input('');
    stock.leave();
    expect([stock.fault, formOf(draft, ...ARTICLE).map['stock']]).toEqual(['À remplir.', 64]);
  });

  it('keeps the zero of a telephone, and the quotes that keep it', () => {
    const draft = draftOf();
    const phone = typing(draft, 'personnes', 'tel', 'personnes', 'aubry');
    phone.input('0261910412');
    phone.leave();
    expect(draft.files[SCENARIO]).toContain('tel: "02 61 91 04 12" }');
    const extension = typing(draft, 'personnes', 'poste', 'personnes', 'aubry');
    extension.input('007');
    extension.leave();
    expect(draft.files[SCENARIO]).toContain('poste: "007"');
  });

  it('takes away what it excludes: a calendar is a room’s or somebody’s', () => {
    const draft = draftOf(
      'decor:\n  agenda:\n    calendriers:\n      - { id: c, personne: claire, couleur: "#2450a6" } # à elle\n'
    );
    const room = typing(draft, 'calendriers', 'salle', 'decor', 'agenda', 'calendriers', 0);
    room.input('Salle Loire');
    room.leave();
    expect(draft.files[SCENARIO]).toContain('{ id: c, couleur: "#2450a6", salle: Salle Loire } # à elle');
  });
});
