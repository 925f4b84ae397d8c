import { expect, it } from 'vitest';
import { exampleTexts } from '../../../../tests/builders/example-scenario';
import { adding } from '../../../../tests/builders/planted-fault';
import { CheckMemory } from './check-memory.server';

it('counts the errors of a draft whose condition would fill the memory of the exam server', () => {
  const texts = exampleTexts();
  const parts = ['un', 'deux', 'trois', 'quatre', 'cinq'].map(
    (word) => `{ fois: 20, de: { fait: courriel.envoye, contient: ${word} } }`
  );
  adding(`  - { id: v, quand: { tous: [${parts.join(', ')}] }, annonce: { titre: T, texte: T } }`)(texts);
  const content = {
    texts: { 'scenario.yaml': texts.scenario, 'grille.yaml': texts.grid },
    pieces: [{ name: 'cgv.pdf', hash: 'a'.repeat(64), size: 8 }]
  };
  expect(new CheckMemory().counts('exemple', content)).toMatchObject({ errors: 1 });
});
