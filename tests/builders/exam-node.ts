/* Child process of the test of several nodes: a node of a centre, told by messages what its candidates' browsers send. */
import { tmpdir } from 'node:os';
import { examNode, runErrand, type Errand } from './exam-errands';

const [databaseUrl = ''] = process.argv.slice(2);
const node = await examNode(tmpdir(), databaseUrl);

process.on('message', (errand: Errand & { readonly id: number }) => {
  runErrand(node, errand).then(
    () => process.send!({ id: errand.id, fault: null }),
    (fault: unknown) => process.send!({ id: errand.id, fault: String(fault) })
  );
});
process.once('disconnect', () => process.exit(0));
process.send!({ id: -1, fault: null });
