import { createServer } from 'node:net';
import { StartUpError } from './start-up-error.js';

/** Whether nobody listens on this port of `host`. */
export const isFree = (port: number, host = '127.0.0.1'): Promise<boolean> =>
  listenOnce(port, host).then((got) => got !== null);

export async function freePort(): Promise<number> {
  const port = await listenOnce(0, '127.0.0.1');
  if (port === null)
    throw new StartUpError('There is no free port on 127.0.0.1 for the embedded PostgreSQL.');
  return port;
}

function listenOnce(port: number, host: string): Promise<number | null> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(null));
    probe.listen(port, host, () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : null));
    });
  });
}
