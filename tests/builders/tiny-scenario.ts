import { sha256 } from '../../src/lib/scenario/load.server';
import type { CompiledScenario } from '../../src/lib/scenario/compiled';
import type { MasteredScenario } from '../../src/lib/scenario/master';
import type { BlobHash } from '../../src/lib/kernel/ids';
import { demoScene } from './demo-scene';

const MINUTE = 60_000;

/** Sentences that no candidate may read before they happen, or ever: tests look for them in every answer. */
export const SECRETS = {
  laterMail: 'OBJET-DU-COURRIEL-A-VENIR',
  manualMail: 'CORPS-DU-COURRIEL-MANUEL',
  expected: 'REPONSE-ATTENDUE-DU-JURY',
  beat: 'evenement-secret-de-lauteur'
} as const;

const scenePiece = new TextEncoder().encode('procédure de la maison');
const laterPiece = new TextEncoder().encode('pièce jointe du courriel à venir');

/** Hashes of the two pieces: one of the scene, one that the script hands out at ten minutes. */
export const PIECES = {
  scene: sha256(scenePiece) as BlobHash,
  later: sha256(laterPiece) as BlobHash
};

/** A mail that leaves at an exam time, or when the proctor triggers it. */
const mailBeat = (
  id: string,
  subject: string,
  body: string,
  atMs: number | null
): CompiledScenario['beats'][number] => ({
  id,
  kind: 'mail',
  title: subject,
  cue: '',
  key: `m-${sha256(id).slice(0, 8)}`,
  config: {
    id,
    initial: 'waiting',
    states: {
      waiting: {
        on: { 'proctor-triggered': [{ target: 'delivered' }], 'proctor-skipped': [{ target: 'skipped' }] },
        ...(atMs !== null && { after: { [`at_${atMs}`]: 'delivered' } })
      },
      delivered: {
        type: 'final',
        entry: [
          {
            type: 'effect',
            params: {
              do: 'mail',
              reply: false,
              mail: {
                from: { name: 'Jean Aubry', email: 'j.aubry@clos-angevin.example' },
                to: ['accueil@verdelis.example'],
                cc: [],
                subject,
                body,
                priority: 'normal',
                attachments: [
                  {
                    name: 'piece.pdf',
                    kind: 'pdf',
                    mediaType: 'application/pdf',
                    size: laterPiece.length,
                    blob: PIECES.later
                  }
                ]
              }
            }
          },
          { type: 'effect', params: { do: 'issue', issue: 'envoye' } }
        ]
      },
      skipped: { type: 'final', entry: [{ type: 'effect', params: { do: 'issue', issue: 'saute' } }] }
    }
  }
});

/** Thirty minutes with one mail at ten minutes and one that only the proctor can send. */
export function tinyScenario(): MasteredScenario {
  const base = demoScene();
  const file = base.files[0]!;
  const candidate = demoScene({ files: [{ ...file, blob: PIECES.scene, size: scenePiece.length }] });
  const compiled: CompiledScenario = {
    format: 1,
    id: 'essai',
    title: 'Verdelis : essai',
    durationMs: 30 * MINUTE,
    storyStart: base.storyStart,
    draw: 'common',
    beats: [
      mailBeat(SECRETS.beat, SECRETS.laterMail, 'Bonjour.', 10 * MINUTE),
      mailBeat('manuel', 'À votre attention', SECRETS.manualMail, null)
    ],
    tasks: []
  };
  return {
    hash: sha256(JSON.stringify(compiled)),
    compiled,
    candidate,
    jury: {
      scenario: { id: 'essai', title: 'Verdelis : essai' },
      referential: 'SA-2017',
      competencies: [],
      tasks: [{ id: 'reclamation', title: 'Réclamation', expected: SECRETS.expected, productions: [] }],
      evidence: [],
      script: []
    },
    pieces: [
      {
        name: 'procedure.pdf',
        bytes: scenePiece,
        hash: PIECES.scene,
        kind: 'pdf',
        mediaType: 'application/pdf'
      },
      { name: 'piece.pdf', bytes: laterPiece, hash: PIECES.later, kind: 'pdf', mediaType: 'application/pdf' }
    ]
  };
}
