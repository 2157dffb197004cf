import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StoreRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/** Stands where a store's API would, and remembers what it was asked. */
export interface StoreServer {
  readonly url: string;
  readonly requests: readonly StoreRequest[];
  /** What it answers from now on. */
  answer(status: number, body?: object): void;
  close(): Promise<void>;
}

export async function startStoreServer(): Promise<StoreServer> {
  const requests: StoreRequest[] = [];
  let next: { status: number; body: object } = { status: 202, body: {} };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      const { method = '', url: path = '', headers } = request;
      requests.push({ method, path, headers, body: text === '' ? null : JSON.parse(text) });
      response.writeHead(next.status, { 'Content-Type': 'application/json' }).end(JSON.stringify(next.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answer: (status, body = {}) => {
      next = { status, body };
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
