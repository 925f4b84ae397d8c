import { redirect } from '@sveltejs/kit';
import { dropSessionCookie, readSessionCookie } from '$lib/sessions/cookie.server';
import { logOut } from '$lib/sessions/log-in.server';
import type { RequestHandler } from './$types';

/** Leaves, and goes back to the code entry. */
export const POST: RequestHandler = async ({ cookies, locals }) => {
  const token = readSessionCookie(cookies);
  if (token) await logOut(locals.plateau, token);
  dropSessionCookie(cookies);
  redirect(303, '/');
};
