import type { Attachment } from '../../scene/scene';

/** Params that say which document a window is about; the others are passing wishes (`compose`, `dial`…). */
const LASTING = ['file', 'view', 'attachment'] as const;

export type WindowParams = Readonly<Record<string, unknown>>;

/**
 * What tells two windows of one app apart: the file of an app that has one window per file, or the thing that a viewer
 * shows. Empty for the one main window.
 */
export function windowKey(params: WindowParams, perFile: boolean): string {
  if (perFile && typeof params.file === 'string') return `file:${params.file}`;
  if (typeof params.view === 'string') return `view:${params.view}`;
  const attachment = params.attachment as { name?: string; blob?: string; file?: string } | undefined;
  return attachment ? `attachment:${attachment.blob ?? attachment.file ?? attachment.name ?? ''}` : '';
}

/** The params that still hold after a reload: a mail is not composed, nor a number dialled, a second time. */
export const lastingParams = (params: WindowParams): WindowParams =>
  Object.fromEntries(LASTING.filter((key) => key in params).map((key) => [key, params[key]]));

/** The params as the log keeps them: an attachment is told by what names it, its document stays where it came from. */
export function loggedParams(params: WindowParams): WindowParams {
  const { attachment } = params;
  if (typeof attachment !== 'object' || attachment === null) return params;
  const { content: _, ...reference } = attachment as Attachment;
  return { ...params, attachment: reference };
}
