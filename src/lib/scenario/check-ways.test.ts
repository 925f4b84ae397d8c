import { describe, expect, it } from 'vitest';
import { expectOne, mail, problemsOf } from '../../../tests/builders/checked-script';

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

describe('conditions that never come', () => {
  const never = (quand: string, word: string) =>
    expectOne(
      `${CALL}${mail('offre', 'a: "00:10"')}${mail('suite', `quand: ${quand}`)}`,
      'etat.jamais-atteint',
      `quand: ${quand}`,
      word
    );

  it.each([
    '{ tous: [{ evenement: appel_aubry, issue: accepte }, { evenement: appel_aubry, issue: refuse }] }',
    '{ tous: [{ tache: reclamation, issue: rendue }, { tache: reclamation, issue: en_retard }] }',
    '{ tous: [{ absence: { fait: courriel.envoye, a: aubry }, pendant: 10 min }, { fait: courriel.envoye, a: aubry, avant: "00:08" }] }',
    '{ tous: [{ evenement: appel_aubry, issue: accepte }, { un_de: [{ evenement: appel_aubry, issue: refuse }, { evenement: appel_aubry, issue: manque }] }] }'
  ])('%s', (quand) => never(quand, 's’excluent'));

  it('names what comes too late for the fact', () => {
    never('{ fait: courriel.lu, courriel: offre, avant: "00:09" }', '« offre » n’arrive qu’à 00:10');
    never('{ fait: courriel.envoye, reponse_a: { parmi: [offre] }, avant: "00:09" }', 'n’arrive qu’à 00:10');
  });

  it.each([
    '{ tous: [{ tache: reclamation, issue: en_retard }, { tache: reclamation, issue: rendue_tard }] }',
    '{ tous: [{ absence: { fait: courriel.envoye, a: aubry }, pendant: 5 min }, { fait: courriel.envoye, a: aubry }] }',
    '{ tous: [{ evenement: appel_aubry, issue: [accepte, refuse] }, { fait: courriel.lu, courriel: offre, avant: "00:11" }] }'
  ])('%s may come', (quand) => {
    expect(problemsOf(`${CALL}${mail('offre', 'a: "00:10"')}${mail('suite', `quand: ${quand}`)}`)).toEqual(
      []
    );
  });

  it('finds an evidence that cannot be seen in time', () => {
    const script = `${mail('offre', 'a: "00:10"')}    attendus:
      - { id: lue, constat: Lue, fait: { fait: courriel.lu, courriel: offre, avant: "00:09" } }
`;
    expectOne(script, 'etat.jamais-atteint', 'id: lue', 'Dans l’attendu « lue »');
  });
});

describe('branche.masquee, through nested conditions', () => {
  const FACT = '{ fait: courriel.envoye, a: aubry }';
  it.each([
    `{ un_de: [${FACT}, { tous: [${FACT}, { heure: "00:05" }] }] }`,
    `{ un_de: [{ un_de: [${FACT}, { heure: "00:05" }] }, ${FACT}] }`,
    `{ tous: [${FACT}, { un_de: [${FACT}, { heure: "00:05" }] }] }`
  ])('%s', (quand) => {
    expectOne(mail('suite', `quand: ${quand}`), 'branche.masquee', 'quand:', 'ne change rien');
  });

  it('says nothing of parts that each add something', () => {
    const quand = `{ un_de: [{ tous: [${FACT}, { heure: "00:05" }] }, { tous: [${FACT}, { fait: courriel.lu }] }] }`;
    expect(problemsOf(mail('suite', `quand: ${quand}`))).toEqual([]);
  });
});
