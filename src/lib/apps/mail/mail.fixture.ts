import { demoScene } from '../../../../tests/builders/demo-scene';
import { deskReader } from '../../desk/fold';
import type { DeskReader } from '../../desk/app-model';
import type { DeskEvent, Gesture } from '../../log/entry';
import { mailReceived } from '../../log/script-events';
import { mailModel } from './model';
import type { MailState } from './types';

/** A box under test: gestures of the candidate and mails of the script, minute by minute. */
export class MailBench {
  readonly scene = demoScene();
  state: MailState = mailModel.open(this.scene);
  #t = 0;

  /** The candidate does something, a minute after the last thing. */
  does(...gestures: readonly Gesture[]): this {
    this.#t += 60_000;
    for (const gesture of gestures) this.#fold({ ...gesture, by: 'candidate', t: this.#t });
    return this;
  }

  /** The script delivers a message. */
  receives(mail: string, more: Partial<Parameters<typeof mailReceived>[0]> = {}): this {
    this.#t += 60_000;
    const gesture = mailReceived({
      mail,
      from: { name: 'Claire Morvan', email: 'c.morvan@verdelis.example' },
      to: ['accueil@verdelis.example'],
      cc: [],
      subject: 'Comité déplacé',
      body: 'Merci de prévenir tout le monde.',
      priority: 'normal',
      attachments: [],
      ...more
    });
    this.#fold({ ...gesture, by: 'script', t: this.#t });
    return this;
  }

  reader(): DeskReader {
    return deskReader(this.scene, { mail: this.state });
  }

  #fold(event: DeskEvent): void {
    this.state = mailModel.reduce(this.state, event);
  }
}
