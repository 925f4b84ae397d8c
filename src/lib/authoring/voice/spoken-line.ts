import { defaultVoice, type Speaker } from '../../voice/default-voice';
import type { VoiceLang } from '../../voice/voices';
import { mapIn, textIn, valueAt } from '../document/loose';
import type { YamlEdit } from '../document/yaml-edit';
import type { FormAt } from '../forms/form-at';

/** The order in which the format writes what is spoken. */
const ORDER = ['dit', 'audio', 'langue', 'remet', 'choix', 'saisie', 'fin'] as const;

/**
 * Words that somebody says in the scenario, and the voice that they have: a line of a dialogue, or the message left on an
 * answering machine, which may be a text alone. Reactive through the draft.
 */
export class SpokenLine {
  /** @param form at the line, or at `messagerie` */
  constructor(readonly form: FormAt) {}

  get text(): string {
    return textIn(this.form.value) || this.form.text('dit');
  }
  get lang(): VoiceLang {
    return this.form.text('langue') === 'en' ? 'en' : 'fr';
  }
  /** Name of the piece that is heard; empty when the line is only read. */
  get audio(): string {
    return this.form.text('audio');
  }
  get readOnly(): boolean {
    return this.form.readOnly;
  }

  /** Whose words they are, as far as the scenario says. */
  get speaker(): Speaker {
    const { draft, path } = this.form;
    const steps = path.map((_, at) => path.slice(0, path.length - at));
    const ids = steps.map((step) => textIn(mapIn(valueAt(draft.value(this.form.file), step))['de']));
    const id = ids.find(Boolean) ?? '';
    const { nom, fonction } = mapIn(valueAt(draft.source, ['personnes', id]));
    return { id, name: textIn(nom), role: textIn(fonction) };
  }
  /** What says in the scenario where the words are: the event, and the line. */
  get place(): string {
    const { draft, path } = this.form;
    const event = mapIn(valueAt(draft.value(this.form.file), path.slice(0, 2)));
    return `${textIn(event['id'])} ${path.at(-1) ?? ''}`;
  }

  /** Writes one thing of the voice; the text stays. One step of undo. */
  put(key: 'audio' | 'langue', value: string | undefined): void {
    this.form.draft.edit(this.form.file, (yaml) => this.write(yaml, key, value));
  }
  /** The same, as a part of a larger edit. */
  write(yaml: YamlEdit, key: 'audio' | 'langue', value: string | undefined): void {
    const { path } = this.form;
    if (typeof this.form.value !== 'string') yaml.set([...path, key], value, ORDER);
    else if (value) yaml.set(path, { dit: this.text, [key]: value });
  }
}

/** The voice that its speaker has as long as the author chooses no other. */
export const usualVoice = (line: SpokenLine) => defaultVoice(line.speaker);
