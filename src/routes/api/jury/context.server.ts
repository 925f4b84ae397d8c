import { exporters } from '$lib/apps/registry.server';
import { reviewContext, type ReviewContext } from '$lib/review/context.server';

/** The world of the jury’s use cases, from that of the server. */
export const juryOf = (locals: App.Locals): ReviewContext => reviewContext(locals.plateau, exporters);
