import { describe, expect, it } from 'vitest';
import { exampleFolder } from '../../../tests/builders/example-scenario';
import { adding, expectOnly } from '../../../tests/builders/planted-fault';
import { checkScenario } from './check';
import { MOST_EVENTS } from './check-size';

const notice = 'annonce: { titre: T, texte: T }';
const fact = (word: string) => `{ fait: courriel.envoye, a: directrice, contient: ${word} }`;
const event = (id: string, cue: string) => `  - { id: ${id}, quand: ${cue}, ${notice} }`;
const all = (...parts: readonly string[]) => `{ tous: [${parts.join(', ')}] }`;
const counted = (times: number, word: string) => `{ fois: ${times}, de: ${fact(word)} }`;

describe('checkSizes', () => {
  it('refuses at once a condition of too many ways, whatever it would compile into', () => {
    const cue = all(...['un', 'deux', 'trois', 'quatre', 'cinq'].map((word) => counted(20, word)));
    expectOnly(['condition.taille', adding(event('v', cue)), 'id: v, quand', 'fois']);
  });

  it('refuses twelve facts in combinations of five', () => {
    const four = (word: string) => all(...['a', 'b', 'c', 'd'].map((letter) => fact(`${word}${letter}`)));
    const cue = all(four('x'), four('y'), four('z'));
    expectOnly(['condition.taille', adding(event('v', cue)), 'id: v, quand', '4096']);
  });

  it('refuses combinations too deep', () => {
    const deep = ['a', 'b', 'c', 'd', 'e'].reduce((inner, word) => all(fact(word), inner), fact('f'));
    expectOnly(['condition.profondeur', adding(event('v', deep)), 'id: v, quand', '5 combinaisons']);
  });

  it('refuses many conditions that each would be accepted', () => {
    const many = ['v', 'w', 'x', 'y'].map((id) =>
      event(id, all(counted(10, `${id}un`), counted(11, `${id}deux`)))
    );
    expectOnly(['condition.taille', adding(many.join('\n')), 'id: y, quand', '512']);
  });

  it('refuses a script of too many events', () => {
    const many = Array.from(
      { length: MOST_EVENTS },
      (_, at) => `  - { id: m${at}, manuel: true, ${notice} }`
    );
    expectOnly(['deroule.taille', adding(many.join('\n')), 'id: m196,', '204']);
  });

  const call = (id: string, saisie: string) =>
    `  - { id: ${id}, manuel: true, appel: { de: aubry, dialogue: { a: { dit: A, saisie: [${saisie}, { vers: b }] }, b: { dit: B, fin: b } } } }`;
  const answer = (words: number, prefix: string) =>
    `{ si: { contient: [${Array.from({ length: words }, (_, at) => `${prefix}${at}z`).join(', ')}] }, vers: b }`;

  it('refuses a line of too many answers, or of too many texts to tell them apart', () => {
    const sixteen = Array.from({ length: 15 }, (_, at) => answer(1, `mot${at}x`)).join(', ');
    expectOnly(['replique.taille', adding(call('v', sixteen)), 'id: v,', '16 réponses']);
    expectOnly(['replique.taille', adding(call('v', answer(81, 'mot'))), 'id: v,', '81 textes']);
  });

  it('refuses conversations that each would be accepted', () => {
    const long = Array.from({ length: 13 }, (_, at) => answer(6, `mot${at}x`)).join(', ');
    const calls = ['v', 'w', 'x', 'y'].map((id) => call(id, long)).join('\n');
    expectOnly(['replique.taille', adding(calls), 'id: y,', 'À partir']);
  });

  it('accepts the largest condition of one combination', () => {
    const cue = all(...['a', 'b', 'c', 'd', 'e'].map((word) => fact(`mot ${word}`)));
    expect(checkScenario(exampleFolder(adding(event('v', cue))))).toEqual([]);
  });
});
