const number = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });

/** Bytes for people: `18 Ko`, `1,2 Mo`; empty when unknown. */
export function formatSize(bytes: number): string {
  if (bytes <= 0) return '';
  if (bytes < 1024 * 1024) return `${number.format(Math.max(1, Math.round(bytes / 1024)))}\u00a0Ko`;
  return `${number.format(bytes / 1024 / 1024)}\u00a0Mo`;
}
