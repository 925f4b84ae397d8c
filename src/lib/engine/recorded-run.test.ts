import { describe, expect, it } from 'vitest';
import { masterForTest, scopeForTest, scriptedFolder } from '../../../tests/builders/example-scenario';
import { checkScenario } from '../scenario/check';
import { runSchema } from '../scenario/format-run';
import { runnable } from './beat';
import { playRun, summarise } from './recorded-run';

const SCRIPT = `
  - id: salle
    a: "00:01"
    discussion:
      de: directrice
      relance: { apres: 1 min, dit: "Alors ?" }
      dialogue:
        demande: { dit: "La salle est libre ?", choix: [{ id: non, texte: "Non.", vers: note }] }
        note: { dit: "Merci.", fin: repondu }
  - id: livreur
    a: "00:04"
    visite:
      de: aubry
      apparence: Un livreur
      patience: 5 min
      dialogue:
        bonjour: { dit: "Une signature ?", remet: cgv.pdf, choix: [{ id: compter, texte: "Je compte.", vers: fini }] }
        fini: { dit: "Au revoir.", fin: recu }
  - { id: lettre, a: "00:06", pli: { expediteur: Mobilier Loire, destinataire: Verdelis, contenu: [cgv.pdf] } }
  - { id: suite, quand: { fait: pli.distribue, pli: lettre, pour: directrice }, annonce: { titre: Reçu, texte: Reçu } }
`;

const STEPS = `
format: 1
titre: Personne
etapes:
  - { heure: "00:02:30", fait: discussion.choix, avec: directrice, choix: non }
  - { heure: "00:04:10", fait: visite.accueillie, visite: livreur }
  - { heure: "00:04:20", fait: visite.choix, visite: livreur, choix: compter }
  - { heure: "00:07", fait: pli.distribue, pli: lettre, pour: directrice, ouvert: false }
`;

const folderWith = (steps: string) => scriptedFolder(SCRIPT, steps);

describe('a recorded run', () => {
  it('names messages, visits and letters as the author does, and tells what they came to', async () => {
    const folder = folderWith(STEPS);
    expect(checkScenario(folder).filter(({ severity }) => severity === 'erreur')).toEqual([]);
    const scenario = runnable((await masterForTest(folder)).compiled);
    const source = runSchema.parse(folder.runs[0]!.yaml.value);
    const lines = summarise(scenario, playRun(scopeForTest(folder), scenario, source).log);
    expect(lines).toEqual(
      expect.arrayContaining([
        '00:01:00 message salle : La salle est libre ?',
        '00:02:30 issue salle = repondu',
        '00:04:00 visiteur livreur : Un livreur',
        '00:04:10 document remis livreur : cgv.pdf',
        '00:04:20 issue livreur = recu',
        '00:06:00 pli lettre',
        '00:07:00 annonce suite : Reçu'
      ])
    );
  });

  it.each(['visite: livreuse', 'pli: letre'])('is refused when it names %s, which is not there', (name) => {
    const folder = folderWith(
      `format: 1\ntitre: Personne\netapes:\n  - { heure: "00:04:10", fait: pli.ouvert, ${name} }\n`
    );
    expect(checkScenario(folder).map(({ file }) => file)).toContain('parcours/parfait.yaml');
  });
});
