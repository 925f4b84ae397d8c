import type { TaskSheet } from '../../scene/scene';
import { taskGiven } from '../../log/script-world';
import type { AppModel } from '../app-model';

/** What is asked of the candidate: the subject's tasks, then those given on the way, in the order in which they came. */
export interface TasksState {
  readonly tasks: readonly TaskSheet[];
}

export const tasksModel: AppModel<TasksState> = {
  id: 'tasks',
  events: [],
  open: (scene) => ({ tasks: scene.tasks }),
  reduce(state, event) {
    if (!taskGiven.is(event) || state.tasks.some(({ id }) => id === event.d.task.id)) return state;
    return { tasks: [...state.tasks, event.d.task as TaskSheet] };
  }
};
