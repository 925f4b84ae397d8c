/** Why there is no recording. */
export type NoMicrophone = 'insecure' | 'refused' | 'absent' | 'unsupported';

/** The microphone cannot be used: `reason` says why, the message what to do, in French. */
export class MicrophoneFault extends Error {
  constructor(readonly reason: NoMicrophone) {
    super(microphoneWords(reason));
    this.name = 'MicrophoneFault';
  }
}

/** A recording in progress. */
export interface Recording {
  /** Ends it; resolves to the sound in whatever form the browser records. */
  stop(): Promise<Blob>;
  /** Ends it and forgets it. */
  cancel(): void;
}

/** Opens the microphone and begins to record. @throws MicrophoneFault */
export async function startRecording(): Promise<Recording> {
  if (!globalThis.isSecureContext) throw new MicrophoneFault('insecure');
  if (!('mediaDevices' in navigator) || typeof MediaRecorder === 'undefined')
    throw new MicrophoneFault('unsupported');
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch((fault: unknown) => {
    const refused = fault instanceof DOMException && /NotAllowed|Security/.test(fault.name);
    throw new MicrophoneFault(refused ? 'refused' : 'absent');
  });
  const recorder = new MediaRecorder(stream);
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  const stopped = new Promise<void>((resolve) => recorder.addEventListener('stop', () => resolve()));
  recorder.start();
  const end = async (): Promise<void> => {
    if (recorder.state !== 'inactive') recorder.stop();
    await stopped;
    for (const track of stream.getTracks()) track.stop();
  };
  return {
    stop: async () => {
      await end();
      return new Blob(parts, { type: recorder.mimeType });
    },
    cancel: () => void end()
  };
}

function microphoneWords(reason: NoMicrophone): string {
  const port = typeof location === 'undefined' || !location.port ? '' : `:${location.port}`;
  return {
    insecure: `Le navigateur n’ouvre le micro que sur le PC où tourne Plateau. Sur ce PC, ouvrez l’atelier à l’adresse http://127.0.0.1${port}, ou téléversez un fichier.`,
    refused:
      'Le navigateur n’a pas le droit d’utiliser le micro. Autorisez-le à gauche de la barre d’adresse, puis recommencez, ou téléversez un fichier.',
    absent: 'Aucun micro ne répond sur ce PC. Branchez-en un, puis recommencez, ou téléversez un fichier.',
    unsupported: 'Ce navigateur ne sait pas enregistrer. Téléversez un fichier.'
  }[reason];
}
