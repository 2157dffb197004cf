import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedMessage {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface WebhookReceiver {
  readonly url: string;
  readonly port: number;
  readonly received: ReceivedMessage[];
  readonly connections: () => number;
  /** How a path answers; 204 unless set. */
  answer(path: string, respond: (response: ServerResponse, nth: number) => void): void;
  at(path: string): ReceivedMessage[];
  close(): Promise<void>;
}

/** A real HTTP server that keeps what it was sent. */
export async function startReceiver(): Promise<WebhookReceiver> {
  const received: ReceivedMessage[] = [];
  const answers = new Map<string, (response: ServerResponse, nth: number) => void>();
  let connections = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = request.url ?? '';
      received.push({ path, headers: request.headers, body: Buffer.concat(chunks).toString() });
      const respond = answers.get(path);
      if (respond) respond(response, received.filter((message) => message.path === path).length);
      else response.writeHead(204).end();
    });
  });
  server.on('connection', () => connections++);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    received,
    connections: () => connections,
    answer: (path, respond) => void answers.set(path, respond),
    at: (path) => received.filter((message) => message.path === path),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
