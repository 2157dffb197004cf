import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { generateLoad, type LoadOptions, type LoadResult } from './load-generator.js';

type Reply = { readonly result: LoadResult } | { readonly error: string };

/** Runs the generator in a process of its own, so that it shares no event loop with anything it measures. */
export function generateLoadApart(options: LoadOptions): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), { serialization: 'advanced' });
    child.once('message', (reply: Reply) => {
      if ('error' in reply) reject(new Error(reply.error));
      else resolve(reply.result);
    });
    child.once('exit', (code) => reject(new Error(`the load generator ended with ${code}`)));
    child.send(options);
  });
}

if (process.send && process.argv[1] === fileURLToPath(import.meta.url)) {
  process.once('message', async (options: LoadOptions) => {
    const reply: Reply = await generateLoad(options).then(
      (result) => ({ result }),
      (error: Error) => ({ error: error.message }),
    );
    process.send!(reply, () => process.disconnect());
  });
}
