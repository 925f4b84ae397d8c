import { listIn, mapIn, textIn } from '../../document/loose';

/** A way from a line to the next one. */
export interface Answer {
  readonly kind: 'choix' | 'saisie';
  /** Its position in the list of its kind. */
  readonly at: number;
  /** The candidate's words, or what they do; for what is typed, the words that are looked for. */
  readonly words: string;
  readonly to: string;
}

/** A line of a dialogue. */
export interface DialogueLine {
  readonly id: string;
  readonly said: string;
  readonly answers: readonly Answer[];
  /** Outcome, when the line is the last of its way. */
  readonly end: string | null;
  /** Some way leads to it from the first line. */
  readonly reached: boolean;
  /** How its ways go: to an outcome, nowhere (no answer, or to a line that does not exist), or round for ever. */
  readonly leads: 'end' | 'nowhere' | 'round';
  /** Distance from the first line, in answers; lines never reached come after all the others. */
  readonly layer: number;
}

/** What the candidate does instead of speaking, in French. */
export const ACTION_WORDS: Readonly<Record<string, string>> = {
  message: 'remplit une fiche de message',
  transfert: 'transfère l’appel',
  registre: 'inscrit le visiteur au registre',
  prevenir: 'prévient quelqu’un'
};

/** A condition on what is typed, in words; empty when there is none. */
export function conditionWords(condition: unknown): string {
  const { contient, contient_tout: all, sauf, pour } = mapIn(condition);
  return [
    contient && `contient ${listIn(contient).map(textIn).join(' ou ')}`,
    all && `contient ${listIn(all).map(textIn).join(' et ')}`,
    sauf && `sans ${listIn(sauf).map(textIn).join(' ni ')}`,
    pour && `pour ${textIn(pour)}`
  ]
    .filter(Boolean)
    .join(', ');
}

function answersOf(line: unknown): readonly Answer[] {
  const { choix, saisie } = mapIn(line);
  const choices = listIn(choix).map((choice, at): Answer => {
    const { id, texte, action, si, vers } = mapIn(choice);
    const condition = conditionWords(si);
    const does = `Le candidat ${ACTION_WORDS[textIn(action)] ?? textIn(action)}${condition ? ` (${condition})` : ''}`;
    return { kind: 'choix', at, words: textIn(texte) || (action ? does : textIn(id)), to: textIn(vers) };
  });
  const typed = listIn(saisie).map((entry, at): Answer => {
    const { si, vers } = mapIn(entry);
    return { kind: 'saisie', at, words: conditionWords(si) || 'toute autre réponse', to: textIn(vers) };
  });
  return [...choices, ...typed];
}

/** The lines of a dialogue in its own order, whatever state it is in; the first is where it begins. */
export function linesOf(dialogue: unknown): readonly DialogueLine[] {
  const lines = Object.entries(mapIn(dialogue));
  const answers = new Map(lines.map(([id, line]) => [id, answersOf(line)]));
  const layers = new Map<string, number>();
  let front = lines.slice(0, 1).map(([id]) => id);
  for (let layer = 0; front.length > 0; layer++) {
    for (const id of front) layers.set(id, layer);
    const next = front.flatMap((id) => (answers.get(id) ?? []).map(({ to }) => to));
    front = [...new Set(next)].filter((id) => answers.has(id) && !layers.has(id));
  }
  const ends = new Set(lines.filter(([, line]) => textIn(mapIn(line)['fin'])).map(([id]) => id));
  for (let before = -1; before !== ends.size;) {
    before = ends.size;
    for (const [id, ways] of answers) if (ways.some(({ to }) => ends.has(to))) ends.add(id);
  }
  const leadsOf = (id: string): DialogueLine['leads'] => {
    const ways = answers.get(id) ?? [];
    const isEnd = ends.has(id) && ways.length === 0;
    if (!isEnd && (ways.length === 0 || ways.some(({ to }) => !answers.has(to)))) return 'nowhere';
    return ends.has(id) ? 'end' : 'round';
  };
  const beyond = Math.max(0, ...layers.values()) + 1;
  return lines.map(([id, line]) => ({
    id,
    said: textIn(mapIn(line)['dit']),
    answers: answers.get(id) ?? [],
    end: textIn(mapIn(line)['fin']) || null,
    reached: layers.has(id),
    leads: leadsOf(id),
    layer: layers.get(id) ?? beyond
  }));
}

/** A line where the tree shows it, in px. */
export interface TreeNode {
  readonly line: DialogueLine;
  readonly x: number;
  readonly y: number;
}
export interface TreeEdge {
  readonly from: TreeNode;
  readonly to: TreeNode;
  readonly answer: Answer;
}

export const NODE = { width: 132, height: 44, gapX: 20, gapY: 34 } as const;

/** The tree of a dialogue, one row per layer, each line near the middle of those that lead to it. */
export function treeOf(lines: readonly DialogueLine[]): {
  readonly nodes: readonly TreeNode[];
  readonly edges: readonly TreeEdge[];
  readonly width: number;
  readonly height: number;
} {
  const layers = [...new Set(lines.map(({ layer }) => layer))].sort((a, b) => a - b);
  const columns = new Map<string, number>();
  const rows = layers.map((layer) => {
    const parents = (id: string): readonly number[] =>
      lines
        .filter((line) => line.layer < layer && line.answers.some(({ to }) => to === id))
        .flatMap((line) => columns.get(line.id) ?? []);
    const wish = (id: string): number => {
      const from = parents(id);
      return from.length ? from.reduce((sum, at) => sum + at, 0) / from.length : 0;
    };
    const row = lines.filter((line) => line.layer === layer).toSorted((a, b) => wish(a.id) - wish(b.id));
    row.forEach(({ id }, at) => columns.set(id, at - (row.length - 1) / 2));
    return row;
  });
  const widest = Math.max(1, ...rows.map((row) => row.length));
  const step = NODE.width + NODE.gapX;
  const width = widest * step - NODE.gapX;
  const nodes = rows.flatMap((row, index) =>
    row.map((line): TreeNode => ({
      line,
      x: (width - NODE.width) / 2 + (columns.get(line.id) ?? 0) * step,
      y: index * (NODE.height + NODE.gapY)
    }))
  );
  const byId = new Map(nodes.map((node) => [node.line.id, node]));
  const edges = nodes.flatMap((from) =>
    from.line.answers.flatMap((answer): readonly TreeEdge[] => {
      const to = byId.get(answer.to);
      return to ? [{ from, to, answer }] : [];
    })
  );
  return { nodes, edges, width, height: rows.length * (NODE.height + NODE.gapY) - NODE.gapY };
}
