import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

type Cut = 'before_provider' | 'before_answer';

/** The line between a server process and its payment provider. Calls that make refunds stop where a test wants them to. */
export interface ProviderLine {
  readonly url: string;
  /** From now on: before the provider hears of it, or when it has paid and before its answer arrives. Null lets all through. */
  cut(where: Cut | null): void;
  /** Resolves once so many calls have come as far as the cut, since it was made. */
  stopped(calls: number): Promise<void>;
  close(): Promise<void>;
}

export async function openProviderLine(provider: string): Promise<ProviderLine> {
  let where: Cut | null = null;
  let held = 0;
  let onHeld: () => void = () => undefined;
  const hold = () => {
    held++;
    onHeld();
  };
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = 'GET', url = '/', headers } = request;
    const body = await buffer(request);
    const pays = method === 'POST' && url === '/v1/refunds';
    if (pays && where === 'before_provider') return hold();
    const { host: _, connection: __, 'content-length': ___, ...sent } = headers;
    const answer = await fetch(`${provider}${url}`, {
      method,
      headers: sent as Record<string, string>,
      ...(method !== 'GET' && { body }),
    });
    const text = await answer.text();
    if (pays && where === 'before_answer') return hold();
    response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(text);
  };
  const server = createServer((request, response) => {
    // Whoever called may be dead by now.
    pass(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: (next) => {
      where = next;
      held = 0;
    },
    stopped: (calls) =>
      new Promise((resolve) => {
        onHeld = () => (held >= calls ? resolve() : undefined);
        onHeld();
      }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
