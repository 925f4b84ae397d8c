import { describe, expect, it } from 'vitest';
import { ordersSchema, personSchema } from '../../scenario/format-decor';
import { idOf, importRows } from './import-rows';
import { TABLES } from './parts';
import { readCalendar } from './read-calendar';
import { readMail } from './read-mail';
import { figureOf } from './readings';

const table = (id: string) => TABLES.find((item) => item.id === id)!;

describe('an imported table', () => {
  it('finds columns under the headings that people use, and makes rows that the format takes', () => {
    const { rows, unknown, missing } = importRows(
      table('articles'),
      [
        ['Réf.', 'Libellé', 'PRIX UNITAIRE HT', 'TVA', 'Couleur', 'REF'],
        ['', 'Jardinière 80 cm', '1 062,50 €', '5,5 %', 'verte', 'JAR-80'],
        ['', '', '', '', '', '']
      ],
      ['jardiniere_80_cm']
    );
    expect(rows).toEqual([
      {
        id: 'jardiniere_80_cm_2',
        row: {
          reference: 'JAR-80',
          designation: 'Jardinière 80 cm',
          unite: 'pièce',
          prix: 1062.5,
          tva: 5.5,
          stock: 0
        }
      }
    ]);
    expect([unknown, missing]).toEqual([
      ['Réf.', 'Couleur'],
      ['Unité', 'Stock']
    ]);
    const articles = rows.map(({ id, row }) => ({ id, ...row }));
    expect(ordersSchema.shape.articles.safeParse(articles).success).toBe(true);
  });

  it('keeps the zero of a telephone, and leaves out what is empty', () => {
    const { rows } = importRows(
      table('personnes'),
      [
        ['Nom', 'Fonction', 'Téléphone', 'E-mail'],
        ['Zoé Élie', 'Achats', '02 41 00 00 00', '']
      ],
      []
    );
    expect(rows[0]).toEqual({
      id: 'zoe_elie',
      row: { nom: 'Zoé Élie', fonction: 'Achats', tel: '02 41 00 00 00' }
    });
    expect(personSchema.safeParse(rows[0]!.row).success).toBe(true);
  });

  it('says the row and the column of a cell that cannot be read, for nothing to be half imported', () => {
    const { faults } = importRows(
      table('articles'),
      [
        ['Désignation', 'Prix HT', 'TVA'],
        ['Terreau', '7,80', '20'],
        ['Lavande', 'douze', '120 %']
      ],
      []
    );
    expect(faults).toEqual([
      'Ligne 3, colonne «\u00a0Prix HT\u00a0»\u00a0: «\u00a0douze\u00a0» n’est pas un montant en euros, ex.\u00a0: 1\u00a0250,40.',
      'Ligne 3, colonne «\u00a0TVA\u00a0»\u00a0: «\u00a0120 %\u00a0» n’est pas un pourcentage, ex.\u00a0: 8 ou 5,5.'
    ]);
  });

  it('leaves aside what the scenario has already, and what the table says twice', () => {
    const { rows, doubles } = importRows(
      table('clients'),
      [
        ['N°', 'Nom'],
        ['C-0112', 'Clos angevin'],
        ['C-0200', 'Les Tilleuls'],
        ['c-0200', 'Les Tilleuls, encore']
      ],
      [],
      ['C-0112']
    );
    expect(rows.map(({ row }) => row['nom'])).toEqual(['Les Tilleuls']);
    expect(doubles).toEqual(['C-0112', 'c-0200']);
  });

  it('joins an address of three columns, and gives postcodes and telephones their zero back', () => {
    const { rows, unknown } = importRows(
      table('clients'),
      [
        ['Numéro', 'Nom', 'Adresse', 'Code postal', 'Ville', 'Téléphone'],
        ['C-1', 'Mairie', '1, place du Marché', '1000', 'BOURG-EN-BRESSE', '261910412']
      ],
      []
    );
    expect(rows[0]!.row).toMatchObject({
      adresse: ['1, place du Marché', '01000 BOURG-EN-BRESSE'],
      tel: '02 61 91 04 12'
    });
    expect(unknown).toEqual([]);
  });

  it('reads figures as people type them', () => {
    expect(['1\u00a0250,40\u00a0€', '-3', '8 %', '', 'douze'].map(figureOf)).toEqual([
      1250.4,
      -3,
      8,
      null,
      null
    ]);
    expect(idOf('12, rue', [])).toBe('rue');
    expect(idOf('…', [])).toBe('element');
  });
});

describe('a calendar file', () => {
  it('gives its appointments in French wall time, long lines joined', () => {
    const text = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'SUMMARY:Comité de direc',
      ' tion\\, salle Loire',
      'DTSTART;TZID=Europe/Paris:20260319T140000',
      'DTEND;TZID=Europe/Paris:20260319T160000',
      'LOCATION:Salle Loire',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'SUMMARY:Appel',
      'DTSTART:20260701T080000Z',
      'END:VEVENT',
      'END:VCALENDAR'
    ].join('\r\n');
    expect(readCalendar(text)).toEqual([
      {
        title: 'Comité de direction, salle Loire',
        start: '2026-03-19 14:00',
        end: '2026-03-19 16:00',
        place: 'Salle Loire'
      },
      { title: 'Appel', start: '2026-07-01 10:00', end: '2026-07-01 10:00', place: '' }
    ]);
  });
});

describe('a mail file', () => {
  it('gives its plain text, whatever it is wrapped in', () => {
    const raw = [
      'From: =?utf-8?Q?Jean_Aubr=C3=A9?= <J.Aubry@clos.example>',
      'Subject: =?utf-8?B?UsOpY2xhbWF0aW9u?=',
      'Date: Tue, 17 Mar 2026 08:12:00 +0100',
      'Content-Type: multipart/alternative; boundary="b1"',
      '',
      '--b1',
      'Content-Type: text/html',
      '',
      '<p>Non</p>',
      '--b1',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Six jardini=C3=A8res cass=C3=A9es,=',
      ' sur quarante.',
      '--b1--'
    ].join('\r\n');
    expect(readMail(new TextEncoder().encode(raw))).toEqual({
      from: 'j.aubry@clos.example',
      subject: 'Réclamation',
      text: 'Six jardinières cassées, sur quarante.',
      at: '2026-03-17 08:12'
    });
  });

  it('reads a plain Latin-1 mail, and says nothing of a date it cannot read', () => {
    const raw = 'From: a@b.example\nContent-Type: text/plain; charset=iso-8859-1\nDate: hier\n\nCaf\u00e9';
    const bytes = Uint8Array.from(raw, (char) => char.charCodeAt(0));
    expect(readMail(bytes)).toEqual({ from: 'a@b.example', subject: 'Sans objet', text: 'Café', at: null });
  });
});
