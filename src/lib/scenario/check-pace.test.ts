import { describe, expect, it } from 'vitest';
import { expectOne, mail, problemsOf } from '../../../tests/builders/checked-script';
import { exampleFolder } from '../../../tests/builders/example-scenario';
import { checkScenario } from './check';

describe('what comes after its time', () => {
  it('temps.apres-la-fin, by a delay', () => {
    for (const delai of ['5 min', '{ entre: [1 min, 5 min] }'])
      expectOne(
        mail('tard', `a: "00:11"\n    delai: ${delai}`),
        'temps.apres-la-fin',
        'delai:',
        'peut arriver à 00:16'
      );
  });

  /** The task of the example given by the last mail of a script. */
  const given = (script: string) => {
    const folder = exampleFolder((texts) => {
      texts.scenario = texts.scenario
        .replace('    echeance: "00:12"', '    echeance: "00:12"\n    donnee_par: mot')
        .concat(script);
    });
    return checkScenario(folder).map(({ code, line, message }) => ({
      code,
      line: line - folder.scenario.locate(['taches', 0, 'echeance']).line,
      message: message.replaceAll('\u00a0', ' ')
    }));
  };
  it.each([
    ['by a delay', mail('mot', 'a: "00:04"\n    delai: 10 min'), '00:14'],
    [
      'at the latest of a drawn delay',
      mail('mot', 'a: "00:04"\n    delai: { entre: [1 min, 8 min] }'),
      '00:12'
    ],
    [
      'after another event',
      mail('mot', 'apres: { evenement: avant }\n    delai: 3 min') + mail('avant', 'a: "00:10"'),
      '00:13'
    ]
  ])('temps.echeance-avant-tache, %s', (_how, script, when) => {
    expect(given(script)).toEqual([
      {
        code: 'temps.echeance-avant-tache',
        line: 0,
        message: expect.stringContaining(`(${when}, par « mot »)`)
      }
    ]);
  });

  it('temps.echeance-trop-proche', () => {
    expect(given(mail('mot', 'a: "00:11:59"'))).toEqual([
      { code: 'temps.echeance-trop-proche', line: 0, message: expect.stringContaining('00:11:59') }
    ]);
    expect(given(mail('mot', 'a: "00:07"'))).toEqual([]);
  });
});

const rings = (id: string, cue: string, more = '') => `
  - id: ${id}
    ${cue}
    appel: { de: directrice, ${more}dialogue: { allo: { dit: "Bonjour.", fin: ok } } }
`;

describe('temps.chevauchement', () => {
  it('after an event that comes at its hour', () => {
    expectOne(
      rings('premier', 'a: "00:05"') +
        mail('mot', 'a: "00:02"') +
        rings('second', 'apres: { evenement: mot }\n    delai: 4 min'),
      'temps.chevauchement',
      'apres: { evenement: mot }',
      '« second » peut interrompre « premier »'
    );
  });

  it('on a recall, or by one', () => {
    const recalled = rings('premier', 'a: "00:02"', 'rappel: { apres: 3 min, fois: 1 }, ');
    expectOne(
      recalled + rings('second', 'a: "00:06"'),
      'temps.chevauchement',
      'a: "00:06"',
      '« second » peut interrompre le rappel de « premier »'
    );
    expectOne(
      recalled + rings('second', 'a: "00:05"'),
      'temps.chevauchement',
      'rappel: {',
      'Le rappel de « premier » peut interrompre « second »'
    );
  });

  it('when both follow the same thing', () => {
    const cue = 'apres: { evenement: premier, issue: ok }\n    delai:';
    expectOne(
      rings('premier', 'a: "00:02"') + rings('deux', `${cue} 2 min`) + rings('trois', `${cue} 3 min`),
      'temps.chevauchement',
      'id: trois',
      '« trois » peut interrompre « deux »',
      1
    );
  });

  it('says nothing of what is meant, or of things that are not on one path', () => {
    const second = rings('second', 'a: "00:06"');
    const recalled = rings('premier', 'a: "00:02"', 'rappel: { apres: 3 min, fois: 1 }, ');
    expect(problemsOf(recalled + second.replace('    appel', '    simultane: true\n    appel'))).toEqual([]);
    expect(
      problemsOf(
        rings('premier', 'a: "00:02"') +
          rings('deux', 'apres: { evenement: premier, issue: ok }\n    delai: 2 min') +
          rings('trois', 'apres: { evenement: premier, issue: manque }\n    delai: 2 min')
      )
    ).toEqual([]);
  });
});

it('temps.dense, after one and the same thing', () => {
  const mails = (cue: string) => [1, 2, 3, 4, 5].map((n) => mail(`mot${n}`, cue)).join('');
  expectOne(
    mail('mot', 'a: "00:03"') +
      mails('apres: { evenement: mot }').replace(
        'mot5\n    apres: { evenement: mot }',
        'mot5\n    apres: { evenement: mot, issue: envoye }'
      ),
    'temps.dense',
    'id: mot4',
    'entre 00:03 et 00:03',
    1
  );
  expectOne(
    rings('appel', 'a: "00:03"') + mails('apres: { evenement: appel }'),
    'temps.dense',
    'id: mot5',
    'après la même chose',
    1
  );
});

it('temps.appel-trop-long, when answered at the last ring', () => {
  expectOne(rings('tard', 'a: "00:13"'), 'temps.appel-trop-long', 'appel:', 'n’a plus le temps de finir');
  expect(problemsOf(rings('juste', 'a: "00:12:50"'))).toEqual([]);
});
