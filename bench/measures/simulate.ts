import { runnable } from '../../src/lib/engine/beat';
import { playRandom } from '../../src/lib/engine/random-candidate';
import { Repertoire } from '../../src/lib/engine/repertoire';
import { loadScenario, sha256 } from '../../src/lib/scenario/load.server';
import { master } from '../../src/lib/scenario/master';
import { figure, percentile, type Figure } from '../figures';

const SITTINGS = 400;
const nothing = async () => null;

/** 400 random candidates of the four-hour exam, and the longest that one of them took. */
export async function simulate(): Promise<readonly Figure[]> {
  const folder = await loadScenario('scenarios/verdelis');
  const { compiled } = await master(folder, { importers: { text: nothing, sheet: nothing }, sha256 });
  const scenario = runnable(compiled);
  const repertoire = new Repertoire(scenario);
  const took: number[] = [];
  for (let index = 0; index < SITTINGS; index++) {
    const began = performance.now();
    playRandom(scenario, repertoire, { candidate: String(index), seed: 'bench', proctor: index % 2 === 0 });
    took.push(performance.now() - began);
  }
  const total = took.reduce((sum, ms) => sum + ms, 0);
  return [figure('simulate-400', total, 'ms', 5_000), figure('simulate-one-p99', percentile(took, 99), 'ms')];
}
