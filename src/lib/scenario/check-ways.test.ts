import { describe, expect, it } from 'vitest';
import { scriptedFolder } from '../../../tests/builders/example-scenario';
import { checkScenario } from './check';
import type { Problem } from './problem';

/** What the checker says of the example with this script: code and line under `deroule:`. */
function problemsOf(script: string): readonly Problem[] {
  return checkScenario(scriptedFolder(script)).filter(
    // The example of these tests has a task and no grid.
    ({ file, code }) => file === 'scenario.yaml' && code !== 'tache.sans-critere'
  );
}
/** The one problem of a script, on the line that holds `at`. */
function expectOne(script: string, code: string, at: string, word: string): void {
  const problems = problemsOf(script);
  expect(problems.map((problem) => problem.code)).toEqual([code]);
  const lines = script.split('\n');
  const [problem] = problems;
  expect(`${problem!.message} ${problem!.fix}`.replaceAll('\u00a0', ' ')).toContain(word);
  const first = scriptedFolder(script).scenario.locate(['deroule', 0]).line;
  const begins = lines.findIndex((line) => line.includes('- id:'));
  expect(problem!.line - first + begins).toBe(lines.findIndex((line) => line.includes(at)));
}

const CALL = `
  - id: appel_aubry
    a: "00:02"
    appel:
      de: aubry
      messagerie: "Jean Aubry. Rappelez-moi."
      dialogue: { allo: { dit: "Bonjour.", choix: [{ id: a, texte: "Oui.", vers: x }, { id: b, texte: "Non.", vers: y }] }, x: { dit: "Bien.", fin: accepte }, y: { dit: "Bon.", fin: refuse } }
`;
const callback = (quand: string, more = '') => `${CALL}
  - id: rappel_aubry
    quand: ${quand}
${more}    appel: { de: aubry, dialogue: { allo: { dit: "Ah, enfin.", fin: ok } } }
`;

describe('appel.sortant', () => {
  it('lets a person be called, from the start or once other conditions have come', () => {
    expect(problemsOf(callback('{ fait: appel.passe, numero: aubry }'))).toEqual([]);
    expect(
      problemsOf(
        callback(
          '{ tous: [{ evenement: appel_aubry, issue: messagerie }, { fait: appel.passe, numero: aubry }] }',
          '    delai: 1 min\n'
        )
      )
    ).toEqual([]);
  });

  it('refuses a delay where dialling is the only condition', () => {
    expectOne(
      callback('{ fait: appel.passe, numero: aubry }', '    delai: 1 min\n'),
      'appel.sortant',
      'delai: 1 min',
      'Retirez'
    );
  });

  it('refuses a dialling that would make the telephone ring', () => {
    for (const quand of [
      '{ un_de: [{ fait: courriel.lu }, { fait: appel.passe, numero: aubry }] }',
      '{ fois: 2, de: { fait: appel.passe, numero: aubry } }',
      '{ tous: [{ fait: appel.passe, numero: aubry }, { fait: appel.passe, numero: directrice }] }'
    ])
      expectOne(callback(quand), 'appel.sortant', 'quand:', 'sonner');
  });
});

describe('the typed answers of a line', () => {
  const talk = (saisie: string) => `
  - id: appel_aubry
    a: "00:02"
    appel:
      de: aubry
      dialogue:
        allo:
          dit: "Alors ?"
          saisie:
${saisie
  .split('; ')
  .map((branch) => `            - ${branch}`)
  .join('\n')}
        b: { dit: "Bien.", fin: b }
        c: { dit: "Bon.", fin: c }
`;

  it.each([
    '{ si: { sauf: [oui] }, vers: b }; { si: { contient: [non] }, vers: c }; { vers: b }',
    '{ si: { sauf: [oui] }, vers: b }; { si: { sauf: [non] }, vers: b }; { vers: c }',
    '{ si: { contient: [oui], sauf: [non] }, vers: b }; { si: { contient: [oui] }, vers: c }; { vers: c }'
  ])('%s: each can be taken', (saisie) => {
    expect(problemsOf(talk(saisie))).toEqual([]);
  });

  it('motif.impossible', () => {
    expectOne(
      talk(
        '{ si: { contient: [oui], sauf: [oui] }, vers: b }; { si: { contient: [non] }, vers: b }; { vers: c }'
      ),
      'motif.impossible',
      'sauf: [oui]',
      'sauf'
    );
  });

  it('branche.masquee', () => {
    expectOne(
      talk(
        '{ si: { sauf: [oui] }, vers: b }; { si: { contient: [non], sauf: [oui] }, vers: c }; { vers: c }'
      ),
      'branche.masquee',
      'contient: [non]',
      'une branche au-dessus'
    );
  });
});
