import Papa from 'papaparse';
import type { DeskReader, Exporter, StandardFile } from '../../desk/app-model';
import { clockOf, exchangeText } from '../../desk/talk/turn';
import type { PhoneState } from './model';
import { callOutcome } from './words';

const csv = (name: string, rows: readonly Record<string, string>[]): StandardFile => ({
  name,
  mediaType: 'text/csv',
  // The mark at the head tells Excel that the text is UTF-8.
  bytes: new TextEncoder().encode(
    `\uFEFF${Papa.unparse([...rows], { delimiter: ';', escapeFormulae: true })}`
  )
});

/** The log of calls with what was said, and the message slips. */
export const phoneExporter: Exporter = {
  app: 'phone',
  exportAll(desk: DeskReader): Promise<readonly StandardFile[]> {
    const { calls, slips } = desk.state<PhoneState>('phone');
    const nameOf = (id: string) => desk.scene.people.find((person) => person.id === id)?.name ?? id;
    const log = calls.map((call) => ({
      Heure: clockOf(desk.scene, call.startedMs),
      Sens: call.direction === 'in' ? 'Reçu' : 'Passé',
      Correspondant: call.name,
      Numéro: call.number,
      Suite: callOutcome(call),
      Échange: exchangeText(call.turns, call.name)
    }));
    const taken = slips.map((slip) => ({
      Heure: clockOf(desk.scene, slip.atMs),
      Pour: nameOf(slip.to),
      De: slip.caller,
      Numéro: slip.number,
      Message: slip.subject,
      'À rappeler': slip.callBack ? 'oui' : 'non',
      Urgent: slip.urgent ? 'oui' : 'non'
    }));
    return Promise.resolve([
      ...(log.length ? [csv('Appels.csv', log)] : []),
      ...(taken.length ? [csv('Fiches_de_message.csv', taken)] : [])
    ]);
  }
};
