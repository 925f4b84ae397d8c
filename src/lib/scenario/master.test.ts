import { beforeAll, describe, expect, it } from 'vitest';
import { exampleFolder, masterForTest } from '../../../tests/builders/example-scenario';
import type { MasteredScenario } from './master';

describe('mastering', () => {
  let mastered: MasteredScenario;
  beforeAll(async () => {
    mastered = await masterForTest(exampleFolder());
  });

  it('gives the candidate a scene in cents and basis points', () => {
    const { candidate } = mastered;
    expect(candidate.durationMs).toBe(15 * 60_000);
    expect(candidate.orders.products[0]).toMatchObject({ priceCents: 6250, vatBp: 2000 });
    expect(candidate.orders.documents[0]).toMatchObject({
      kind: 'invoice',
      status: 'validated',
      lines: [
        { product: 'jardiniere', quantity: 40, priceCents: 6250, discountBp: 800 },
        { product: null, label: 'Port', priceCents: 9000, vatBp: 2000 }
      ]
    });
    expect(candidate.files[0]).toMatchObject({
      name: 'Conditions générales.pdf',
      folder: 'modeles',
      kind: 'pdf',
      size: 8
    });
    expect(candidate.dossier.documents).toEqual([candidate.files[0]!.id]);
    expect(candidate.dossier.sections.map(({ id }) => id)).toEqual(['entreprise', 'delegation']);
    expect(candidate.mail.messages[0]).toMatchObject({
      folder: 'Réception',
      to: ['accueil@verdelis.example'],
      read: false
    });
    expect(candidate.tasks[0]).toMatchObject({
      deadlineMs: 12 * 60_000,
      deliverables: [{ id: 'lettre' }, { id: 'avoir' }]
    });
  });

  it('leaves nothing of the script nor of the grid in the candidate’s package', () => {
    const text = JSON.stringify(mastered.candidate);
    for (const secret of [
      'relance',
      'geste',
      'message_complet',
      '414',
      'CP7',
      'merci_aubry',
      'casse"',
      'imprimante'
    ])
      expect(text).not.toContain(secret);
  });

  it('gives jurors the official criteria with indicators and evidence', () => {
    const [competency] = mastered.jury.competencies;
    expect(mastered.jury.competencies).toHaveLength(1);
    expect(competency).toMatchObject({ id: 'CP7', transversal: false });
    expect(competency?.criteria).toHaveLength(6);
    expect(competency?.criteria[2]).toMatchObject({
      id: 'CP7.3',
      wording: 'Le niveau de délégation accordé est respecté',
      indicators: [
        {
          productions: [{ task: 'reclamation', production: 'lettre' }],
          evidence: ['message_transmis', 'CP7.3/delegation/2']
        }
      ]
    });
    expect(mastered.jury.evidence.map(({ id }) => id)).toContain('CP7.3/delegation/2');
    expect(mastered.jury.tasks[0]?.expected).toContain('414,00');
    expect(mastered.jury.script).toHaveLength(4);
  });

  it('hashes the same source alike, and any change otherwise', async () => {
    expect((await masterForTest(exampleFolder())).hash).toBe(mastered.hash);
    const changed = await masterForTest(
      exampleFolder((texts) => {
        texts.scenario = texts.scenario.replace('Tout en PDF', 'Tout en papier');
      })
    );
    expect(changed.hash).not.toBe(mastered.hash);
    expect(mastered.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('compiles to plain JSON', () => {
    expect(JSON.parse(JSON.stringify(mastered.compiled))).toEqual(mastered.compiled);
  });

  it('leaves a person who is not in the directory out of it', async () => {
    const { candidate, compiled } = await masterForTest(
      exampleFolder((texts) => {
        texts.scenario = texts.scenario.replace('fonction: Client,', 'fonction: Client, annuaire: false,');
      })
    );
    expect(candidate.people.map(({ id }) => id)).toEqual(['directrice']);
    expect(compiled.beats[0]?.caller).not.toHaveProperty('person');
  });

  it('refuses a malformed folder', async () => {
    const folder = exampleFolder((texts) => {
      texts.scenario = texts.scenario.replace('titre:', 'titres:');
    });
    await expect(masterForTest(folder)).rejects.toMatchObject({ code: 'scenario.malformed' });
  });
});
