import Papa from 'papaparse';
import type { Exporter, StandardFile } from '../../desk/app-model';
import { clockOf, exchangeText } from '../../desk/talk/turn';
import type { ReceptionState } from './model';
import { hostName, REGISTER_HEADINGS, registerCells } from './register';
import { registerPdf } from './register-pdf.server';
import { visitWords } from './words';

const csv = (
  name: string,
  fields: readonly string[],
  data: readonly (readonly string[])[]
): StandardFile => ({
  name,
  mediaType: 'text/csv',
  // The mark at the head tells Excel that the text is UTF-8.
  bytes: new TextEncoder().encode(
    `\uFEFF${Papa.unparse({ fields: [...fields], data: data.map((row) => [...row]) }, { delimiter: ';', escapeFormulae: true })}`
  )
});

/** The visitors' register as a table and as printed, the visits with what was said, and the message slips. */
export const receptionExporter: Exporter = {
  app: 'reception',
  exportAll(desk) {
    const { visits, register, slips } = desk.state<ReceptionState>('reception');
    const { people } = desk.scene;
    const files: StandardFile[] = [];
    if (register.length > 0) {
      const rows = register.map((line) => registerCells(line, people));
      files.push(csv('Registre_des_visiteurs.csv', REGISTER_HEADINGS, rows), {
        name: 'Registre_des_visiteurs.pdf',
        mediaType: 'application/pdf',
        bytes: registerPdf(desk.scene, rows)
      });
    }
    if (visits.length > 0)
      files.push(
        csv(
          'Visites.csv',
          ['Heure', 'Visiteur', 'Suite', 'Documents remis', 'Échange'],
          visits.map((visit) => [
            clockOf(desk.scene, visit.arrivedMs),
            visit.label,
            visitWords(visit, desk.scene.durationMs),
            visit.documents.map(({ name }) => name).join(', '),
            exchangeText(visit.turns, visit.label)
          ])
        )
      );
    if (slips.length > 0)
      files.push(
        csv(
          'Fiches_de_message.csv',
          ['Heure', 'Pour', 'De', 'Numéro', 'Message', 'À rappeler', 'Urgent'],
          slips.map((slip) => [
            clockOf(desk.scene, slip.atMs),
            hostName(people, slip.to),
            slip.caller,
            slip.number,
            slip.subject,
            slip.callBack ? 'oui' : 'non',
            slip.urgent ? 'oui' : 'non'
          ])
        )
      );
    return Promise.resolve(files);
  }
};
