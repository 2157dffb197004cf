import { API_KEY_SCOPES, PERMISSIONS } from '@coinwarden/domain';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { type Route, routesOf } from './every-route.js';

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

describe('every route of the application', () => {
  let app: TestApp;
  let routes: Route[];
  beforeAll(async () => {
    app = await startTestApp();
    routes = routesOf(app);
  });
  afterAll(() => app?.close());

  test('is found by this test', async () => {
    const document = (await app.request.get('/openapi.json').expect(200)).body;
    const described = Object.entries<object>(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(routes.map((r) => `${r.method} ${r.path}`).sort()).toEqual(described.sort());
    expect(routes.length).toBeGreaterThan(30);
  });

  test('declares a permission, or says why it needs none', () => {
    expect(routes.filter((route) => !route.access).map((route) => route.name)).toEqual([]);
    for (const { name, access } of routes) {
      if (access?.kind === 'permission') expect(Object.keys(PERMISSIONS)).toContain(access.permission);
      else expect([name, access?.why.length ?? 0 > 10]).toEqual([name, expect.anything()]);
    }
  });

  test('is public only where that was decided', () => {
    const open = routes.filter((r) => r.access?.kind === 'public').map((r) => `${r.method} ${r.path}`);
    expect(open.sort()).toEqual([
      'GET /health/live',
      'GET /health/ready',
      'GET /metrics',
      'POST /staff/session',
      'POST /v1/webhooks/adyen',
      'POST /v1/webhooks/apple',
      'POST /v1/webhooks/google',
      'POST /v1/webhooks/standard',
      'POST /v1/webhooks/stripe',
    ]);
  });

  test('of the service API can be opened by an API key', () => {
    // Payment providers hold no key: their notices are verified by signature.
    const ours = routes.filter((r) => r.path.startsWith('/v1/') && !r.path.startsWith('/v1/webhooks/'));
    for (const { name, path, access } of ours) {
      expect([name, path, access?.kind]).toEqual([name, path, 'permission']);
      if (access?.kind === 'permission') expect(API_KEY_SCOPES).toContain(access.permission);
    }
  });

  test('that writes needs more than a permission to read', () => {
    for (const { name, method, access } of routes) {
      if (!WRITES.has(method) || access?.kind !== 'permission') continue;
      expect([name, PERMISSIONS[access.permission].sensitivity]).not.toEqual([name, 'read']);
    }
  });

  test('refuses callers without credentials', async () => {
    for (const { method, path, access } of routes) {
      if (access?.kind === 'public') continue;
      const address = path.replace(/:\w+/g, 'x');
      const answer = await app.request[method.toLowerCase() as 'get'](address);
      expect([method, path, answer.status]).toEqual([method, path, 401]);
    }
  });

  test('of the staff API refuses each role that lacks its permission', async () => {
    const manager = await app.signIn('product_manager');
    const { permissions } = (await manager.request.get('/staff/session')).body as { permissions: string[] };
    const closed = routes.filter(
      (r) =>
        r.path.startsWith('/staff/') &&
        r.access?.kind === 'permission' &&
        !permissions.includes(r.access.permission),
    );
    expect(closed.length).toBeGreaterThan(10);
    for (const { method, path } of closed) {
      const answer = await manager.request[method.toLowerCase() as 'get'](path.replace(/:\w+/g, 'x'));
      expect([method, path, answer.status, answer.body.code]).toEqual([method, path, 403, 'auth.forbidden']);
    }
  });
});
