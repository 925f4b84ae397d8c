import type { SessionsContext } from './context.server';
import { createDemoSession, DEMO_SCENARIO } from './demo.server';
import { firstAccountCode } from './first-account.server';
import { ROLE_WORDS } from './words';

/**
 * What the console says once the server is ready: the codes of the demonstration, or the one-time code of a centre where
 * nobody has an account yet.
 */
export async function welcome(ctx: SessionsContext, dataDir: string): Promise<string> {
  if (ctx.mode === 'demo') {
    if (!ctx.offers.some(({ id }) => id === DEMO_SCENARIO))
      return `La démonstration est indisponible : le scénario « ${DEMO_SCENARIO} » n’a pas pu être lu.`;
    const codes = await createDemoSession(ctx, dataDir);
    const lines = codes.map(({ role, name, extraTime, code }) => {
      const who = `${ROLE_WORDS[role]}${extraTime ? ' (tiers-temps)' : ''}`;
      return `  ${who.padEnd(26)}${name.padEnd(22)}${code}`;
    });
    return ['', 'Mode démonstration. Codes d’accès :', '', ...lines, ''].join('\n');
  }
  const code = await firstAccountCode(ctx);
  if (!code) return '';
  return [
    '',
    'Aucun compte n’existe encore. Ouvrez Plateau dans un navigateur et entrez ce code, valable une fois :',
    '',
    `  ${code}`,
    ''
  ].join('\n');
}
