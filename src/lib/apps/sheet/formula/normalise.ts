import { joinTokens, tokenize } from './tokens';

/**
 * A formula as it is kept after typing: capitals for names and references, plain spaces, and the closing parentheses
 * and quote that the typist left out.
 */
export function normaliseFormula(typed: string): string {
  let open = 0;
  const tokens = tokenize(typed.trim()).map((token) => {
    if (token.text === '(') open++;
    if (token.text === ')') open--;
    if (token.kind === 'string' && (token.text.length < 2 || !token.text.endsWith('"'))) {
      return { ...token, text: `${token.text}"` };
    }
    if (token.kind === 'function' || token.kind === 'ref')
      return { ...token, text: token.text.toUpperCase() };
    if (token.kind === 'name' && /^(vrai|faux)$/i.test(token.text)) {
      return { ...token, text: token.text.toUpperCase() };
    }
    return token.kind === 'space' ? { ...token, text: ' ' } : token;
  });
  return joinTokens(tokens) + ')'.repeat(Math.max(0, open));
}
