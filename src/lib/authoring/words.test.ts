import { describe, expect, it } from 'vitest';
import { durationWords, runLineWords } from './words';

describe('the words of the workshop', () => {
  it.each([
    ['00:30', '30\u00a0min'],
    ['03:45', '3\u00a0h\u00a045'],
    ['00:25:00', '25\u00a0min'],
    ['bientôt', 'bientôt']
  ])('say %s as people do', (written, said) => {
    expect(durationWords(written)).toBe(said);
  });

  it.each([
    ['> courriel.envoye', 'Candidat\u00a0: courriel.envoye'],
    ['appel terminé appel_aubry (missed)', 'appel terminé appel_aubry (manqué)'],
    ['issue appel_aubry = messagerie', 'issue appel_aubry\u00a0: messagerie'],
    ['courriel consigne : Comité', 'courriel consigne\u00a0: Comité']
  ])('say the line « %s » in French', (line, said) => {
    expect(runLineWords(line)).toBe(said);
  });
});
