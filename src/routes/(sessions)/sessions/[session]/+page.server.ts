import { redirect } from '@sveltejs/kit';
import { issueCodes, revokeAccess } from '$lib/sessions/codes.server';
import { openSession } from '$lib/sessions/create-session.server';
import { addCandidate, addStaff } from '$lib/sessions/people.server';
import { purgeSession } from '$lib/sessions/purge.server';
import { listPeople, readSession } from '$lib/sessions/session-list.server';
import { choosePair, liftRecusal, listJury, recuse } from '$lib/review/jury/choose-jury.server';
import { readRecord } from '$lib/review/record/record.server';
import type { AccountId, SessionId } from '$lib/kernel/ids';
import { orFail } from '../../../actions.server';
import { juryOf } from '../../../api/jury/context.server';
import { loadOrRefuse } from '../../../answer.server';
import type { Action, Actions, PageServerLoad } from './$types';

/** Extra time as the form offers it: part of the duration added → exam ms per wall ms. */
const RATES: Readonly<Record<string, { num: number; den: number }>> = {
  none: { num: 1, den: 1 },
  quarter: { num: 4, den: 5 },
  third: { num: 3, den: 4 },
  half: { num: 2, den: 3 }
};

export const load: PageServerLoad = ({ locals, params }) =>
  loadOrRefuse(async () => {
    const id = params.session as SessionId;
    const session = await readSession(locals.plateau, locals.account, id);
    return {
      session,
      papers: session.status === 'ended' ? await papersOf(locals, id) : null,
      people: await listPeople(locals.plateau, locals.account, id),
      jury: await listJury(locals.plateau, locals.account, id)
    };
  });

/** Where the record of a session that is over is. */
async function papersOf(locals: App.Locals, id: SessionId): Promise<'waiting' | 'to-sign' | 'signed'> {
  const { record, locked } = await readRecord(juryOf(locals), locals.account, id);
  if (!record) return 'waiting';
  return locked ? 'signed' : 'to-sign';
}

/** A form about the jury of one copy. */
function onJury(work: typeof choosePair): Action {
  return async ({ request, locals, params }) => {
    const form = Object.fromEntries(await request.formData());
    return orFail(() => work(locals.plateau, locals.account, params.session as SessionId, form));
  };
}

export const actions: Actions = {
  candidate: async ({ request, locals, params }) => {
    const { extra, ...fields } = Object.fromEntries(await request.formData());
    const form = { ...fields, rate: RATES[String(extra)] };
    return orFail(async () => {
      await addCandidate(locals.plateau, locals.account, params.session as SessionId, form);
    });
  },
  staff: async ({ request, locals, params }) => {
    const form = Object.fromEntries(await request.formData());
    return orFail(async () => {
      await addStaff(locals.plateau, locals.account, params.session as SessionId, form);
    });
  },
  pair: onJury(choosePair),
  recuse: onJury(recuse),
  lift: onJury(liftRecusal),
  purge: async ({ request, locals, params }) => {
    const word = String((await request.formData()).get('word') ?? '');
    return orFail(async () => {
      await purgeSession(locals.plateau, locals.account, params.session as SessionId, word);
      redirect(303, '/sessions');
    });
  },
  open: ({ locals, params }) =>
    orFail(async () => {
      await openSession(locals.plateau, locals.account, params.session as SessionId);
    }),
  codes: ({ locals, params }) =>
    orFail(async () => ({
      codes: await issueCodes(locals.plateau, locals.account, params.session as SessionId)
    })),
  revoke: async ({ request, locals, params }) => {
    const account = String((await request.formData()).get('account') ?? '') as AccountId;
    return orFail(async () => {
      await revokeAccess(locals.plateau, locals.account, params.session as SessionId, account);
    });
  }
};
