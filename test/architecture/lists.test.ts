import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestApp, TestStaff } from '../support/app.js';
import { startEconomy } from '../support/economy.js';
import { type Route, routesOf } from './every-route.js';

/** So many files in a row one person gets without waiting. */
const FILES_IN_A_ROW = 10;

let app: TestApp;
let lists: Route[];
beforeAll(async () => {
  app = await startEconomy({ jobs: false });
  const admin = await app.signIn('admin');
  lists = [];
  for (const route of routesOf(app)) {
    if (route.method !== 'GET' || !route.path.startsWith('/staff/') || route.path.includes(':')) continue;
    const answer = await admin.request.get(route.path);
    if (answer.headers['content-range']) lists.push(route);
  }
});
afterAll(() => app?.close());

test('every list of the staff API is there as a file too: answer `listOf(…)` from a route marked `@Lists(…)`', async () => {
  expect(lists.length).toBeGreaterThan(25);
  let admin: TestStaff | undefined;
  for (const [i, { path }] of lists.entries()) {
    if (admin === undefined || i % FILES_IN_A_ROW === 0) admin = await app.signIn('admin');
    const page = await admin.request.get(path).expect(200);
    const file = await admin.request.get(path).set('Accept', 'text/csv').buffer(true);
    expect([path, file.status, file.headers['content-type']]).toEqual([path, 200, 'text/csv; charset=utf-8']);
    expect(file.headers['cache-control']).toBe('no-store');
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="[\w-]+\.csv"$/);
    // Every plain field of a record is a column of the file, whichever of them this row has.
    const [head = ''] = file.text.replace('\uFEFF', '').split('\r\n');
    const columns = head.split(',').map((column) => column.split('.')[0]);
    for (const record of page.body as object[]) {
      const fields = Object.keys(record).filter((field) => field !== 'allowedActions');
      expect([path, columns]).toEqual([path, expect.arrayContaining(fields)]);
    }
  }
});
