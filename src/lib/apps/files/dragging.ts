/** What a dragged line carries: its identifier, under a type that no other application reads. */
export const DRAG_TYPE = 'application/x-plateau-file';
