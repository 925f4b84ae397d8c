import type { DeskEvent } from '../log/entry';
import type { Scene } from '../scene/scene';
import type { AppModel, DeskReader, ModelId } from './app-model';

/** A desk at one moment: the state of every model after the same events. */
export type DeskStates = Readonly<Partial<Record<ModelId, unknown>>>;

/** The models of a desk, as the fold sees them: states are opaque. */
export type AnyModel = AppModel<unknown>;

/** First states of the given models, from the decor. */
export function openDesk(models: readonly AnyModel[], scene: Scene): DeskStates {
  return Object.fromEntries(models.map((model) => [model.id, model.open(scene)]));
}

/** The states after one more event. Models that do not care keep the same object. */
export function foldDesk(models: readonly AnyModel[], states: DeskStates, event: DeskEvent): DeskStates {
  let next: Record<string, unknown> | null = null;
  for (const model of models) {
    const before = states[model.id];
    const after = model.reduce(before, event);
    if (after !== before) (next ??= { ...states })[model.id] = after;
  }
  return (next as DeskStates | null) ?? states;
}

/** Reads states by model. Throws when a model was not folded: a fault of the program. */
export function deskReader(scene: Scene, states: DeskStates): DeskReader {
  return {
    scene,
    state<S>(model: ModelId): S {
      if (!(model in states)) throw new Error(`model ${model} is not folded here`);
      return states[model] as S;
    }
  };
}
