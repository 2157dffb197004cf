import { parseArgs } from 'node:util';
import { loadHonestHosts, loadOfficialHosts, loadScamHosts } from './domain-data.js';
import { flaggedOfficials, reportDomains } from './report-domains.js';
import { reportLeaveOneOut } from './report-text.js';
import { listMisses, reportWithin } from './report-within.js';
import { measureSpeed } from './speed.js';
import { loadTexts } from './text-data.js';
import { LAST_TRAINING_MONTH, trainDomains } from './train-domains.js';
import { calibrateText, scoreUnseen, trainText, unseenModels } from './train-text.js';
import { writeDomainModel, writeTextModel } from './write-model.js';

/**
 * Trains and measures what the content scan ships: `npm run train-content -- domains|text|report|misses|speed --data DIR`.
 * The text model reads what the domain model says, so domains come first. docs/content.md says where the data comes from.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string', default: process.env['CONTENT_DATA'] ?? '' } },
});
const [part] = positionals;
const folder = values.data;
if (part !== 'speed' && folder === '') throw new Error('Say where the data is: --data DIR');

switch (part) {
  case 'domains':
    writeDomainModel(
      trainDomains([
        ...loadScamHosts(folder).filter((h) => h.month === null || h.month <= LAST_TRAINING_MONTH),
        ...loadHonestHosts(),
      ]),
    );
    break;
  case 'text': {
    const texts = loadTexts(folder);
    writeTextModel({ ...trainText(texts), ...calibrateText(texts, scoreUnseen(texts, unseenModels(texts))) });
    break;
  }
  case 'report': {
    const texts = loadTexts(folder);
    const sources = [...new Set(texts.map((t) => t.source))];
    console.log('Domains of later months, by their form');
    console.table(reportDomains(loadScamHosts(folder), loadHonestHosts()));
    console.log(
      `Official domains flagged: ${flaggedOfficials(loadOfficialHosts(folder)).join(' ') || 'none'}`,
    );
    console.log('A source left out');
    console.table(reportLeaveOneOut(texts, sources));
    console.log('Within the sources');
    console.table(reportWithin(texts, sources));
    break;
  }
  case 'misses':
    for (const line of listMisses(loadTexts(folder))) console.log(line);
    break;
  case 'speed':
    console.table(measureSpeed(folder === '' ? [] : loadTexts(folder)));
    break;
  default:
    throw new Error('Say what to do: domains, text, report, misses or speed');
}
