import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { isUnder } from './security-headers.js';

/** Addresses that belong to the API: nothing there ever falls back to the console's page. */
const API_PREFIXES = ['/v1', '/staff', '/health', '/metrics', '/docs', '/openapi.json', '/assets'];
const ONE_YEAR_SECONDS = 31_536_000;

/**
 * Serves the built console at `/`. Files under `assets/` carry a hash in their name and are kept for a year; every
 * other address a browser opens answers the page, which does the routing.
 */
export async function serveConsole(instance: FastifyInstance, dir: string): Promise<void> {
  const page = path.join(dir, 'index.html');
  if (!existsSync(page)) return;
  await instance.register(fastifyStatic, {
    root: dir,
    wildcard: false,
    index: false,
    decorateReply: false,
    cacheControl: false,
    setHeaders: (reply, file) => {
      const hashed = file.startsWith(path.join(dir, 'assets') + path.sep);
      reply.setHeader(
        'Cache-Control',
        hashed ? `public, max-age=${ONE_YEAR_SECONDS}, immutable` : 'no-cache',
      );
    },
  });
  instance.get('/*', async (request, reply) => {
    const wantsPage = request.headers.accept?.includes('text/html') ?? false;
    const isApi = API_PREFIXES.some((prefix) => isUnder(request.url, prefix));
    if (request.url !== '/' && (isApi || !wantsPage)) return reply.callNotFound();
    return reply
      .type('text/html; charset=utf-8')
      .header('Cache-Control', 'no-cache')
      .send(await readFile(page));
  });
}
