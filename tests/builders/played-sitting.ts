import type { Gesture } from '../../src/lib/log/entry';
import { phoneRang } from '../../src/lib/log/script-events';
import type { Account } from '../../src/lib/sessions/account';
import { confirmIdentity } from '../../src/lib/sitting/candidate.server';
import * as control from '../../src/lib/sitting/control.server';
import type { SittingContext } from '../../src/lib/sitting/context.server';
import { openDesk } from '../../src/lib/sitting/open-desk.server';
import { recordGestures } from '../../src/lib/sitting/record-gestures.server';
import type { SittingId } from '../../src/lib/kernel/ids';

const MINUTE = 60_000;
const gesture = (type: string, d: unknown): Gesture => ({ type, v: 1, d });
const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const LETTER = {
  doc: {
    type: 'doc',
    content: [
      paragraph('Monsieur Jean AUBRY — 8, rue du Clos — 49100 ANGERS'),
      paragraph('Objet\u00a0: votre réclamation du 17 mars'),
      paragraph('Monsieur,'),
      paragraph('Nous vous adressons un avoir de 414,00\u00a0€ TTC pour les six jardinières endommagées.'),
      paragraph('Veuillez agréer, Monsieur, nos salutations distinguées.')
    ]
  }
};
const CREDIT = {
  id: 'o-avoir',
  kind: 'credit',
  customer: 'clos-angevin',
  source: 'fa-0387',
  date: '2026-03-17',
  lines: [
    {
      product: 'jar-80',
      label: 'Jardinière en terre cuite 80 cm',
      ...{ quantity: 6, priceCents: 6250, discountBp: 800, vatBp: 2000 }
    }
  ]
};
const RECT = { x: 60, y: 40, width: 900, height: 600 };

/** Somebody at a desk, and the hands of the room’s clock. */
export interface PlayedSeat {
  readonly account: Account;
  readonly sitting: SittingId;
}
export interface PlayedRoom {
  readonly ctx: SittingContext;
  readonly proctor: Account;
  /** Lets wall time pass. */
  advance(ms: number): void;
}

/** Plays a sitting of the discovery scenario on the real store: a mail, a call, a letter, a credit note, a pause, the end. */
export async function playSitting({ ctx, proctor, advance }: PlayedRoom, seat: PlayedSeat): Promise<void> {
  const { tab } = await openDesk(ctx, seat.account, null);
  await confirmIdentity(ctx, seat.account);
  let from = 1;
  const send = async (...gestures: Gesture[]) => {
    const batch = { outbox: `box-${seat.sitting}`, tab, from, gestures };
    from += gestures.length;
    await recordGestures(ctx, seat.account, batch);
  };
  await send(gesture('familiarisation.finished', {}));
  await control.start(ctx, proctor, seat.sitting);
  advance(2 * MINUTE);
  await send(gesture('shell.window-opened', { window: 'w-mail', app: 'mail', params: {}, rect: RECT }));
  advance(7 * MINUTE);
  await send(gesture('shell.window-focused', { window: 'w-mail' }));
  await answerCall(ctx, seat.sitting, send, advance);
  await send(
    gesture('orders.document-created', CREDIT),
    gesture('orders.document-validated', { id: 'o-avoir' }),
    gesture('orders.note-added', { customer: 'clos-angevin', text: 'Avoir établi pour six jardinières.' })
  );
  await control.pause(ctx, proctor, seat.sitting, 'Coupure de courant, poste de Karim Boudjema');
  advance(90_000);
  await control.resume(ctx, proctor, seat.sitting);
  await control.creditTime(ctx, proctor, seat.sitting, { ms: 2 * MINUTE, cause: 'Coupure de courant' });
  advance(4 * MINUTE);
  await writeLetter(send);
  advance(8 * MINUTE);
  await send(
    gesture('mail.sent', {
      ...{ mail: 'd-1', to: ['c.morvan@verdelis.example'], cc: [], bcc: [], attachments: [] },
      subject: 'Demande de remise de M. Aubry',
      body: 'Bonjour,\n\nM. Aubry demande 20\u00a0% de remise. Je ne peux pas l’accorder.\n\nCordialement'
    })
  );
  await control.end(ctx, proctor, seat.sitting);
}

type Send = (...gestures: Gesture[]) => Promise<void>;

async function answerCall(
  ctx: SittingContext,
  sitting: SittingId,
  send: Send,
  advance: (ms: number) => void
): Promise<void> {
  const rang = (await ctx.db.log.read(sitting, 0)).find((entry) => phoneRang.is(entry));
  if (!rang || !phoneRang.is(rang)) return;
  const { call } = rang.d;
  await send(
    gesture('shell.window-opened', {
      window: 'w-phone',
      app: 'phone',
      params: {},
      rect: { ...RECT, x: 200 }
    }),
    gesture('phone.picked-up', { call })
  );
  advance(20_000);
  await send(gesture('phone.hung-up', { call }));
}

async function writeLetter(send: Send): Promise<void> {
  const file = { file: 'f-lettre', name: 'LETTRE_AUBRY_20260317.docx', folder: null };
  await send(
    gesture('file.created', { ...file, kind: 'text', mediaType: DOCX, content: LETTER }),
    gesture('shell.window-opened', {
      window: 'w-text',
      app: 'text',
      params: { file: 'f-lettre' },
      rect: { ...RECT, x: 240, y: 20 }
    }),
    gesture('file.copied', { ...file, copy: 'f-lettre-remise', frozen: true }),
    gesture('hand-in.submitted', {
      ...{ receipt: 'r-1', task: 'reclamation', deliverable: 'lettre' },
      ...{ file: 'f-lettre-remise', origin: 'f-lettre', name: file.name }
    })
  );
}
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
