import { fail, redirect } from '@sveltejs/kit';
import { homeOf } from '$lib/sessions/home';
import { writeSessionCookie } from '$lib/sessions/cookie.server';
import { logInWithCode } from '$lib/sessions/log-in.server';
import { answerOf, isRefusal } from './error-table';
import type { Actions, PageServerLoad } from './$types';

/** Somebody who is already in goes straight home. */
export const load: PageServerLoad = ({ locals }) => {
  if (locals.account) redirect(303, homeOf(locals.account.role));
};

export const actions: Actions = {
  default: async ({ request, locals, cookies, getClientAddress }) => {
    const code = String((await request.formData()).get('code') ?? '').slice(0, 100);
    try {
      const login = await logInWithCode(locals.plateau, { code, address: getClientAddress() });
      writeSessionCookie(cookies, login.token, locals.plateau.settings.origin);
      if (login.newCode) return { newCode: login.newCode, home: homeOf(login.account.role) };
      redirect(303, homeOf(login.account.role));
    } catch (fault) {
      if (!isRefusal(fault)) throw fault;
      const { status, message } = answerOf(fault);
      return fail(status, {
        code: fault.code,
        message,
        typed: code,
        seconds: Number(fault.details.seconds ?? 0)
      });
    }
  }
};
