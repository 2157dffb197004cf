import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../../support/app.js';
import { createTestDatabase } from '../../support/database.js';

const asBrowser = { Accept: 'text/html,application/xhtml+xml' };

describe('serving', () => {
  let app: TestApp;
  let dir: string;
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'coinwarden-console-'));
    mkdirSync(join(dir, 'assets'));
    writeFileSync(join(dir, 'index.html'), '<!doctype html><title>Console</title>');
    writeFileSync(join(dir, 'assets/index-abc123.js'), 'export {};');
    writeFileSync(join(dir, 'logo.svg'), '<svg/>');
    app = await startTestApp({ consoleDir: dir });
  });
  afterAll(async () => {
    await app?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  test('the console stands at the root, and its page behind every address of its own', async () => {
    for (const path of ['/', '/accounts', '/accounts/a%20b/show']) {
      const page = await app.request.get(path).set(asBrowser).expect(200);
      expect(page.text).toContain('<title>Console</title>');
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(page.headers['cache-control']).toBe('no-cache');
    }
  });

  test('files with a hash in their name are kept, others asked for again', async () => {
    const hashed = await app.request.get('/assets/index-abc123.js').expect(200);
    expect(hashed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await app.request.get('/logo.svg').expect(200)).headers['cache-control']).toBe('no-cache');
  });

  test.each(['/v1/nothing', '/staff/nothing', '/health/nothing', '/metrics/x', '/docs/x', '/assets/gone.js'])(
    'a browser at %s gets a refusal, not the console',
    async (path) => {
      const answer = await app.request.get(path).set(asBrowser).expect(404);
      expect(answer.body.code).toBe('route.unknown');
    },
  );

  test.each([
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/assets/../../x',
    '/.env',
    '/assets/%2e%2e/%2e%2e/x',
  ])('%s leads nowhere', async (path) => {
    const text = await new Promise<string>((resolve, reject) => {
      const { hostname, port } = new URL(app.url);
      http
        .get({ hostname, port, path }, (response) => {
          let body = '';
          response.on('data', (chunk) => {
            body += chunk;
          });
          response.on('end', () => resolve(`${response.statusCode} ${body}`));
        })
        .on('error', reject);
    });
    expect(text).toMatch(/^40[04] /);
  });

  test('every answer forbids what pages of ours never do', async () => {
    for (const path of ['/', '/docs', '/health/live', '/v1/x', '/metrics']) {
      const { headers } = await app.request.get(path).set(asBrowser);
      const policy = headers['content-security-policy']!;
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("style-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  test('the API description is OpenAPI 3.1 without dangling references, and can be browsed', async () => {
    const document = (await app.request.get('/openapi.json').expect(200)).body;
    expect(document.openapi).toBe('3.1.0');
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => to!);
    expect(references.length).toBeGreaterThan(10);
    const schemas = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect(references.filter((reference) => !schemas.includes(reference))).toEqual([]);
    const page = await app.request.get('/docs').expect(200);
    const files = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]!);
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) await app.request.get(file).expect(200);
    expect(page.text).not.toMatch(/<script>|<style>|style="/);
  });

  test('metrics count requests by route, never by address', async () => {
    await app.asPlatform.get('/v1/accounts/a-very-particular-id');
    const { text } = await app.request.get('/metrics').expect(200);
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).toMatch(
      /coinwarden_http_request_duration_seconds_count\{method="GET",route="\/v1\/accounts\/:accountId",status="404"\} 1/,
    );
    expect(text).not.toContain('a-very-particular-id');
  });
});

describe('stopping', () => {
  test('open requests finish, new ones are told to go elsewhere, and the address is freed', async () => {
    const app = await startTestApp();
    const admin = await app.signIn('admin');
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const locked = app.db.run(async (tx) => {
      await tx.query('LOCK TABLE staff_sessions IN ACCESS EXCLUSIVE MODE');
      await held;
    });
    await sleep(50);
    const open = admin.request.get('/staff/session').then((answer) => answer);
    await sleep(100);
    const closing = app.close();
    await sleep(100);
    letGo();
    await locked;
    expect((await open).status).toBe(200);
    await closing;
    await expect(fetch(`${app.url}/health/live`)).rejects.toThrow();
  });
});

test('a process is not ready on a database that lacks a migration', async () => {
  const database = await createTestDatabase();
  const app = await startTestApp({ databaseUrl: database.url });
  const behind = await startTestApp({ databaseUrl: database.url });
  try {
    await app.request.get('/health/ready').expect(200);
    await app.db.query(`DELETE FROM migrations WHERE name = 'Access1764000100000'`);
    const answer = await behind.request.get('/health/ready').expect(503);
    expect(answer.body).toMatchObject({ code: 'service.unavailable', detail: 'Not ready: database.' });
    await behind.request.get('/health/live').expect(200);
  } finally {
    await app.close();
    await behind.close();
    await database.drop();
  }
});
