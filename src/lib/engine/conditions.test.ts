import { describe, expect, it } from 'vitest';
import { does, issues, playScript } from '../../../tests/builders/played-script';
import type { Fact } from '../log/facts';

const MINUTE = 60_000;

describe('conditions', () => {
  const notice = 'annonce: { titre: Oui, texte: Oui }';
  const mail: Fact = { fait: 'courriel.envoye', a: ['j.aubry@clos.example'], objet: 'x' };
  const note: Fact = { fait: 'note.client', client: 'clos', texte: 'x' };

  it('wait for all, in any order', async () => {
    const run = await playScript(
      `  - { id: e, quand: { tous: [{ fait: courriel.envoye }, { fait: note.client }, { heure: "00:03" }] }, ${notice} }\n`
    );
    does(run, note);
    does(run, mail);
    expect(issues(run, 'e')).toEqual([]);
    run.waitUntil(3 * MINUTE);
    expect(issues(run, 'e')).toEqual(['arrive']);
  });

  it('are content with any', async () => {
    const run = await playScript(
      `  - { id: e, quand: { un_de: [{ fait: note.client }, { tous: [{ fait: courriel.envoye }, { heure: "00:03" }] }] }, ${notice} }\n`
    );
    does(run, mail);
    expect(issues(run, 'e')).toEqual([]);
    does(run, note);
    expect(issues(run, 'e')).toEqual(['arrive']);
  });

  it('count', async () => {
    const run = await playScript(
      `  - { id: e, quand: { fois: 3, de: { fait: courriel.envoye, a: aubry } }, ${notice} }\n`
    );
    does(run, mail);
    does(run, mail);
    does(run, { ...mail, a: ['ailleurs@x.example'] });
    expect(issues(run, 'e')).toEqual([]);
    does(run, mail);
    expect(issues(run, 'e')).toEqual(['arrive']);
  });

  it('see that nothing was done for a while, counted from an hour or from an outcome', async () => {
    const script = `
  - { id: debut, a: "00:02", ${notice} }
  - { id: e, quand: { absence: { fait: courriel.envoye, a: aubry }, pendant: 3 min, depuis: { evenement: debut } }, ${notice} }
  - { id: f, quand: { absence: { fait: courriel.envoye }, pendant: 1 min, depuis: "00:04" }, ${notice} }
`;
    const idle = await playScript(script);
    idle.waitUntil(5 * MINUTE);
    expect([issues(idle, 'e'), issues(idle, 'f')]).toEqual([['arrive'], ['arrive']]);
    const busy = await playScript(script);
    busy.waitUntil(MINUTE);
    does(busy, mail);
    busy.waitUntil(3 * MINUTE);
    does(busy, mail);
    busy.finish();
    expect([issues(busy, 'e'), issues(busy, 'f')]).toEqual([['sans_objet'], ['arrive']]);
  });

  it('take one fact for two purposes', async () => {
    const run = await playScript(
      `  - { id: e, quand: { tous: [{ fait: courriel.envoye, a: aubry }, { fait: courriel.envoye, objet: x }] }, ${notice} }\n`
    );
    does(run, mail);
    expect(issues(run, 'e')).toEqual(['arrive']);
  });

  it('wait for outcomes of others', async () => {
    const run = await playScript(`
  - { id: a, a: "00:02", ${notice} }
  - { id: b, a: "00:04", ${notice} }
  - { id: e, quand: { tous: [{ evenement: a, issue: arrive }, { evenement: b }] }, delai: 1 min, ${notice} }
`);
    run.waitUntil(5 * MINUTE - 1);
    expect(issues(run, 'e')).toEqual([]);
    run.waitUntil(5 * MINUTE);
    expect(issues(run, 'e')).toEqual(['arrive']);
  });
});
