/** Two capitals that stand for a person on a round mark: `Sarah O’Connor` → `SO`. */
export function initials(name: string): string {
  const words = name
    .replace(/^(M\.|Mme|Monsieur|Madame)\s+/u, '')
    .split(/[\s-]+/u)
    .filter(Boolean);
  const first = words[0]?.[0] ?? '?';
  const last = words.length > 1 ? words[words.length - 1]![0]! : '';
  return (first + last).toLocaleUpperCase('fr');
}
