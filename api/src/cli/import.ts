import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { appModule } from '../app.module.js';
import {
  ImportError,
  ImportFile,
  type MapFile,
  readMapFile,
  reportLines,
  survey,
} from '../import/import.public.js';
import { loadConfig } from '../platform/config/config.js';
import { migrate } from '../platform/database/migrate.js';
import { openDatabase } from '../platform/embedded/open-database.js';
import { runProgram } from '../platform/embedded/run-program.js';
import { progressOn } from '../platform/progress/progress.js';

const USAGE = 'Usage: npm run import -- --file <csv|ndjson, also .gz> --map <map.json> [--dry-run]';

await runProgram(async () => {
  const { file, map: mapPath, dryRun } = readArguments();
  const map = await readMapFile(mapPath);
  if (dryRun) return checkOnly(file, map);

  const config = loadConfig();
  const notice = (line: string) => process.stderr.write(`${line}\n`);
  const database = await openDatabase({
    databaseUrl: config.databaseUrl,
    dataDir: config.dataDir,
    share: true,
    notice,
  });
  try {
    await migrate(database.url);
    const app = await NestFactory.createApplicationContext(
      appModule(config.with({ databaseUrl: database.url, jobs: false })),
      { logger: ['error', 'warn'], abortOnError: false },
    );
    try {
      return await run(app.get(ImportFile, { strict: false }), file, map);
    } finally {
      await app.close();
    }
  } finally {
    await database.close();
  }
});

async function run(importFile: ImportFile, file: string, map: MapFile) {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  const ratePerSecond = rateSinceFirst();
  const bars = new Map<string, ReturnType<typeof progressOn>>();
  const result = await importFile.run({
    file,
    map,
    rejectedPath: `${file}.rejected.ndjson`,
    signal: stop.signal,
    onProgress: ({ phase, bytesDone, bytesTotal, tally }) => {
      const bar = bars.get(phase) ?? progressOn(process.stderr, phase.padEnd(9), bytesTotal);
      bars.set(phase, bar);
      const { approve, review, decline } = tally.outcomes;
      const rate = ratePerSecond(tally.rows);
      bar.update(
        bytesDone,
        phase === 'deciding' ? `${tally.rows} rows, ${rate}/s, ${approve}/${review}/${decline}` : '',
      );
    },
  });
  for (const bar of bars.values()) bar.stop();

  const out = (line: string) => process.stdout.write(`${line}\n`);
  if (result.state === 'finished_before')
    out('This file was imported with this map before; nothing was repeated.');
  else if (result.resumedAfterLine > 0) out(`Resumed behind line ${result.resumedAfterLine}.`);
  for (const line of reportLines(result.tally, map.report?.since)) out(line);
  if (result.outOfOrder > 0) out(`\n${result.outOfOrder} rows happened before the row above them.`);
  if (result.rejectedPath) out(`\nRefused rows: ${result.rejectedPath}`);
  if (result.state !== 'interrupted') return 0;
  out('\nInterrupted. Run the same command again: it goes on where it stopped.');
  return 130;
}

/** Rows a second since the first rows were decided; rows of an earlier run do not count. */
function rateSinceFirst(): (rows: number) => number {
  let first: { rows: number; at: number } | undefined;
  return (rows) => {
    first ??= { rows, at: performance.now() };
    const seconds = (performance.now() - first.at) / 1_000;
    return seconds < 1 ? 0 : Math.round((rows - first.rows) / seconds);
  };
}

async function checkOnly(file: string, map: MapFile): Promise<number> {
  const found = await survey(file, map);
  const out = (line: string) => process.stdout.write(`${line}\n`);
  out(`rows       ${found.rows} (${found.rows - found.refused} would be decided, ${found.refused} refused)`);
  if (found.rows > found.refused) out(`from       ${new Date(found.from).toISOString()} on`);
  if (found.packages.length > 0) out(`packages   ${found.packages.length} different amounts`);
  if (found.outOfOrder > 0) out(`order      ${found.outOfOrder} rows happened before the row above them`);
  for (const { line, reason } of found.refusals) out(`line ${line}: ${reason}`);
  if (found.refused > found.refusals.length) out(`… and ${found.refused - found.refusals.length} more`);
  out('Dry run: nothing was written.');
  return 0;
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        file: { type: 'string' },
        map: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    if (!values.file || !values.map) throw new Error('--file and --map are needed');
    return { file: values.file, map: values.map, dryRun: values['dry-run'] };
  } catch (error) {
    throw new ImportError(`${(error as Error).message}. ${USAGE}`);
  }
}
