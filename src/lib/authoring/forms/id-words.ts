/** Why a name may not be given, in French; empty when it may. `taken` are those of the others. */
export function nameProblem(name: string, taken: readonly string[]): string {
  if (!/^[a-z][a-z0-9_-]{0,59}$/.test(name))
    return 'Un identifiant commence par une lettre\u00a0: minuscules sans accent, chiffres, «\u00a0_\u00a0» ou «\u00a0-\u00a0».';
  return taken.includes(name) ? 'Ce nom est déjà pris.' : '';
}
