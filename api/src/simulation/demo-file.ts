import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const demoFile = z.object({
  url: z.url(),
  apiKey: z.string().min(1),
  /** Where things can be let happen at the payment provider of the demo. */
  sandbox: z.object({ url: z.url(), key: z.string() }).optional(),
  staff: z.array(z.object({ email: z.string(), password: z.string(), role: z.string() })),
});

/** What a newcomer needs to use the demo: where it runs, a key for the service API, a sign-in for every role. */
export type DemoFile = z.infer<typeof demoFile>;

const pathIn = (dataDir: string) => join(dataDir, 'demo.json');

/** Null when there is none, or none that can be used. */
export async function readDemoFile(dataDir: string): Promise<DemoFile | null> {
  try {
    return demoFile.parse(JSON.parse(await readFile(pathIn(dataDir), 'utf8')));
  } catch {
    return null;
  }
}

/** Readable by its owner alone: it holds passwords. */
export async function writeDemoFile(dataDir: string, demo: DemoFile): Promise<string> {
  const path = pathIn(dataDir);
  await writeFile(path, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
  // The mode above counts only for a new file.
  await chmod(path, 0o600);
  return path;
}
