import { parseArgs } from 'node:util';
import { evaluateRings } from './evaluate-rings.js';
import { scoreGraph } from './score-graph.js';
import { readTransferGraph } from './transfer-graph.js';

const HELP = `npm run evaluate-links -- [--graph DIR]...

  --graph DIR   an unpacked AMLSim graph: nodes.csv and transactions.csv; may be given more than once`;

const { values } = parseArgs({
  options: {
    graph: { type: 'string', multiple: true, default: [] },
    economies: { type: 'string', default: '3' },
    transactions: { type: 'string', default: '40000' },
    help: { type: 'boolean' },
  },
});

if (values.help) console.log(HELP);
for (const dir of values.graph) {
  const graph = readTransferGraph(dir);
  const { results, perSecond } = scoreGraph(graph);
  console.log(`${dir}: ${graph.transfers.length} transfers, ${perSecond} a second`);
  console.table(results.map((r) => ({ ...r, auc: r.auc.toFixed(3) })));
}

const economies = Number(values.economies);
for (let seed = 1; seed <= economies; seed++) {
  const { transfers, precision, recall } = evaluateRings(seed, Number(values.transactions));
  console.log(`simulated economy ${seed}: ${transfers} gifts and withdrawals`);
  console.table(precision);
  console.table(recall);
}
