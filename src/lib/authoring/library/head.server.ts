import type { Account } from '../../sessions/account';
import type { AuthoringContext } from './context.server';
import type { ScenarioDraft } from './model';
import { readDraft } from './read.server';
import { publishedVersions } from './shelf.server';
import { topValue } from './yaml-values';

/** What every page of a scenario has above it. */
export interface ScenarioHead {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly shipped: boolean;
  /** Nothing can be written: it comes with the program, or the reader is no author. */
  readonly readOnly: boolean;
  /** Whether this very version is published. */
  readonly published: boolean;
  readonly publishedHash: string | null;
  /** Number of the newest published version. */
  readonly publishedVersion: number | null;
  /** Whether the reader is an author, who may duplicate what they cannot change. */
  readonly author: boolean;
}

/**
 * A scenario and its head, for the pages of the workshop.
 * @throws DomainError `access.*`, `draft.unknown`
 */
export async function openScenario(
  ctx: AuthoringContext,
  account: Account | null,
  id: string
): Promise<{ readonly head: ScenarioHead; readonly draft: ScenarioDraft }> {
  const draft = await readDraft(ctx, account, id);
  const { version, shipped, publishedHash } = draft;
  const author = account?.role === 'author';
  return {
    draft,
    head: {
      id,
      title: topValue(draft.texts['scenario.yaml'] ?? '', 'titre') ?? id,
      version,
      shipped,
      readOnly: shipped || !author,
      published: publishedHash !== null,
      publishedHash,
      publishedVersion: (await publishedVersions(ctx)).get(id) ?? null,
      author
    }
  };
}
