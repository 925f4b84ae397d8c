/** Type of the data of a drag of messages: their ids, one a line. */
export const DRAG_TYPE = 'application/x-plateau-mail';

/** The ids of the messages being dragged. */
export const draggedMails = (data: DataTransfer): readonly string[] =>
  data.getData(DRAG_TYPE).split('\n').filter(Boolean);
