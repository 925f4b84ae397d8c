/** A part of a guide: what stands under one heading. */
export interface GuideSection {
  /** Anchor in the page. */
  readonly id: string;
  readonly title: string;
  /** Markdown without headings. */
  readonly text: string;
}

/** A guide as its page shows it. */
export interface Guide {
  readonly title: string;
  /** One paragraph that says what the guide is for. */
  readonly lead: string;
  readonly sections: readonly GuideSection[];
}

/** `Après l’épreuve` → `apres-l-epreuve`. */
export const anchorOf = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/**
 * Reads a guide: `# title`, one paragraph, then `## sections`. There is no deeper heading.
 * @throws Error when the text does not begin with a title
 */
export function readGuide(markdown: string): Guide {
  const [head = '', ...parts] = markdown.trim().split(/^## /m);
  const match = /^# (.+)\n+([\s\S]*)$/.exec(head);
  if (!match) throw new Error('a guide begins with its title');
  const [, title = '', lead = ''] = match;
  return {
    title: title.trim(),
    lead: lead.trim(),
    sections: parts.map((part) => {
      const end = part.indexOf('\n');
      const heading = (end < 0 ? part : part.slice(0, end)).trim();
      return { id: anchorOf(heading), title: heading, text: end < 0 ? '' : part.slice(end).trim() };
    })
  };
}
