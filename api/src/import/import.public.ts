/** What the command line uses of imports. */
export { ImportFile } from './commands/import-file.js';
export { ImportError } from './import-error.js';
export { type MapFile, readMapFile } from './mapping/map-file.js';
export { reportLines } from './report/print-report.js';
export { survey } from './survey.js';
