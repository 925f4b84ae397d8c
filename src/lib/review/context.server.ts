import type { Exporter } from '../desk/app-model';
import type { JuryPackage } from '../scenario/jury';
import type { SittingContext } from '../sitting/context.server';

/** What the jury’s use cases need of the world: that of a sitting, with what a candidate’s never gets. */
export interface ReviewContext extends SittingContext {
  /** The jury package of a stored scenario. @throws DomainError `scenario.unknown` */
  jury(hash: string): Promise<JuryPackage>;
  /** Productions as standard files, application by application. */
  readonly exporters: readonly Exporter[];
}

/** Adds to a sitting’s world what the jury needs. */
export const reviewContext = (
  ctx: SittingContext & { readonly library: { jury(hash: string): Promise<JuryPackage> } },
  exporters: readonly Exporter[]
): ReviewContext => ({ ...ctx, exporters, jury: (hash) => ctx.library.jury(hash) });
