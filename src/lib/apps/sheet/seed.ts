import type { Scene } from '../../scene/scene';
import { readWorkbook } from './content';
import type { SheetState } from './model';

/** The workbooks of the decor. */
export const seedWorkbooks = (scene: Scene): SheetState => ({
  workbooks: Object.fromEntries(
    scene.files
      .filter((file) => file.kind === 'sheet')
      .map((file) => [file.id, readWorkbook(file.content)] as const)
  )
});
