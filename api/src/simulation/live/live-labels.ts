import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Label } from '@coinwarden/simulator';
import { createDataSource } from '../../platform/database/data-source.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { storedLabel, writeLabels } from '../labels.store.js';

/** Where the labels of live traffic go: never through the service they are meant to judge. */
export interface LabelSink {
  readonly description: string;
  write(labels: readonly Label[]): Promise<void>;
  close(): Promise<void>;
}

/** Into the labels table when the database can be reached, else into a file under the data directory. */
export async function openLabelSink(target: {
  databaseUrl: string | null;
  dataDir: string;
  source: string;
}): Promise<LabelSink> {
  const table = target.databaseUrl === null ? null : await tableSink(target.databaseUrl, target.source);
  return table ?? fileSink(target.dataDir, target.source);
}

async function tableSink(url: string, source: string): Promise<LabelSink | null> {
  const dataSource = createDataSource({ url, poolSize: 1, applicationName: 'coinwarden simulate' });
  try {
    await dataSource.initialize();
    await dataSource.query('SELECT 1 FROM simulation.labels LIMIT 1');
  } catch {
    if (dataSource.isInitialized) await dataSource.destroy();
    return null;
  }
  const uow = new UnitOfWork(dataSource);
  return {
    description: 'the table simulation.labels',
    write: (labels) => writeLabels(uow, labels.map(storedLabel), source),
    close: () => dataSource.destroy(),
  };
}

async function fileSink(dataDir: string, source: string): Promise<LabelSink> {
  await mkdir(dataDir, { recursive: true });
  const path = join(dataDir, `${source.replaceAll(' ', '-')}.labels.ndjson`);
  return {
    description: path,
    write: async (labels) => {
      if (labels.length > 0)
        await appendFile(path, labels.map((label) => `${JSON.stringify(label)}\n`).join(''));
    },
    close: async () => undefined,
  };
}
