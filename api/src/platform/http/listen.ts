import { type AddressInfo, createServer } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config/config.js';
import { StartUpError } from '../embedded/start-up-error.js';

/**
 * The port to listen on (a free one for 0). Found out before anything is started or migrated, because the usual mistake
 * is a second start.
 */
export async function freePort({ port, host }: Config): Promise<number> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject).listen(port, host, resolve);
    });
    return (probe.address() as AddressInfo).port;
  } catch (error) {
    throw asStartUpError(error, { port, host });
  } finally {
    probe.close();
  }
}

export async function listen(app: NestFastifyApplication, { port, host }: Config): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (error) {
    throw asStartUpError(error, { port, host });
  }
}

/** Where a browser on this machine finds the application. */
export function localUrl({ port, host }: Config): string {
  const wildcard = host === '0.0.0.0' || host === '::';
  const name = wildcard ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

function asStartUpError(error: unknown, { port, host }: { port: number; host: string }): unknown {
  switch (error instanceof Error && 'code' in error ? error.code : null) {
    case 'EADDRINUSE':
      return new StartUpError(
        `Port ${port} on ${host} is taken: stop what uses it, or choose another with PORT.`,
      );
    case 'EACCES':
      return new StartUpError(
        `Port ${port} may not be opened by this user: choose one above 1023 with PORT.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartUpError(`${host} is not an address of this machine: correct HOST.`);
    default:
      return error;
  }
}
