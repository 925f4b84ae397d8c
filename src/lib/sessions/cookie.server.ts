import type { Cookies } from '@sveltejs/kit';
import { LOGIN_LIFETIME_MS } from './log-in.server';

const NAME = 'plateau';

/** The token that the visitor shows, if any. */
export const readSessionCookie = (cookies: Cookies): string | null => cookies.get(NAME) ?? null;

/**
 * Gives the token to the browser: out of scripts' reach, never sent from another site, and only over https when that is
 * the server's declared origin. (Behind no proxy a room is served over plain http, whatever the adapter guesses.)
 */
export function writeSessionCookie(cookies: Cookies, token: string, declaredOrigin: string | null): void {
  const secure = declaredOrigin?.startsWith('https:') ?? false;
  cookies.set(NAME, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure,
    maxAge: LOGIN_LIFETIME_MS / 1000
  });
}

/** Takes it back. */
export const dropSessionCookie = (cookies: Cookies): void => cookies.delete(NAME, { path: '/' });
