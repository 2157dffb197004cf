import type { AccountSecurityView } from '@coinwarden/contracts';
import { hashId } from '@coinwarden/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestStaff } from '../../support/app.js';
import { type Economy, startEconomy } from '../../support/economy.js';
import { eventually } from '../../support/eventually.js';
import { ago, BERLIN, own, SYDNEY, settle, strange, takeOver, takeover, tell } from './security-desk.js';

let economy: Economy;
let reviewer: TestStaff;
beforeAll(async () => {
  economy = await startEconomy();
  reviewer = await economy.signIn('ts_reviewer');
});
afterAll(() => economy?.close());

const page = async (accountId: string, staff = reviewer): Promise<AccountSecurityView> =>
  (await staff.request.get(`/staff/accounts/${accountId}/security`).expect(200)).body;

const profileOf = async (accountId: string) => {
  const [row] = await economy.db.query<{ security: string }>(
    'SELECT security FROM accounts WHERE account_id = $1',
    [accountId],
  );
  return row!.security;
};

const alertsOf = (accountId: string) =>
  economy.db.query<{ queue_id: string; key: string; reason: { code: string; values: object } }>(
    `SELECT c.queue_id, a.key, a.reason FROM case_alerts a JOIN cases c ON c.case_id = a.case_id
     WHERE a.account_id = $1 AND a.kind = 'security'`,
    [accountId],
  );

describe('sign-ins', () => {
  it('are remembered with devices and places, and told with what was unusual', async () => {
    const accountId = await economy.account();
    await takeOver(economy, accountId);
    const seen = await page(accountId);
    expect(seen.score).toBeGreaterThanOrEqual(600);
    expect(seen.parts.map(({ sign }) => sign).sort()).toEqual([
      'credential_change',
      'failed_sign_ins',
      'impossible_travel',
      'new_country',
      'new_device',
    ]);
    expect(seen.devices).toHaveLength(2);
    expect(seen.places.map(({ city, devices }) => [city, devices])).toEqual([
      ['Sydney', 1],
      ['Berlin', 1],
    ]);
    expect(seen.acceptedMethods).toEqual(['second_factor', 'phone', 'payment', 'identity']);
    const [changed, signedIn, failed] = seen.events;
    expect(changed).toMatchObject({ type: 'credential_change', credential: 'email' });
    expect(changed!.unusual.map(({ sign }) => sign)).toEqual(['credential_change']);
    expect(signedIn!.unusual.map(({ sign }) => sign)).toEqual(
      expect.arrayContaining(['new_device', 'new_country', 'impossible_travel']),
    );
    expect(signedIn!.travel).toMatchObject({
      km: expect.any(Number),
      between: [{ city: 'Berlin' }, { city: 'Sydney' }],
    });
    expect(signedIn!.travel!.km).toBeGreaterThan(15_000);
    expect(failed!.type).toBe('sign_in_failed');
    const quiet = seen.events.filter(({ deviceId }) => deviceId !== changed!.deviceId);
    expect(quiet.flatMap(({ unusual }) => unusual)).toEqual([]);
  });

  it('show devices and addresses in clear only to those who work with them', async () => {
    const accountId = await economy.account();
    await settle(economy, accountId);
    const support = await page(accountId, await economy.signIn('support_agent'));
    expect(JSON.stringify(support)).not.toContain('198.18.0.7');
    expect(JSON.stringify(support)).not.toContain(own(accountId).id);
    const inClear = await page(accountId, await economy.signIn('ts_lead'));
    expect(inClear.devices[0]!.id).toBe(own(accountId).id);
    expect(inClear.events[0]!.ip).toBe('198.18.0.7');
    await reviewer.request.get('/staff/accounts/nobody/security').expect(404);
  });

  it('end in the same profile all at once, twice and late', async () => {
    const [one, other] = [await economy.account(), await economy.account()];
    const history = [
      ...Array.from({ length: 12 }, (_, i) => ({
        type: 'sign_in',
        device: { id: `device-${i % 3}`, ip: '198.18.0.9' },
        place: i % 2 ? BERLIN : SYDNEY,
        occurredAt: new Date(Date.UTC(2026, 0, 1 + i)).toISOString(),
      })),
      { type: 'recovery', device: { id: 'device-1', ip: '198.18.0.9' }, occurredAt: '2026-01-05T10:00:00Z' },
      { type: 'step_up', method: 'phone', outcome: 'passed', occurredAt: '2026-01-06T10:00:00Z' },
    ];
    for (const event of history) await tell(economy, { ...event, accountId: one });
    await Promise.all(
      [...history, ...history].reverse().map((event) => tell(economy, { ...event, accountId: other })),
    );
    expect(await profileOf(other)).toBe(await profileOf(one));
    const [{ count } = { count: 0 }] = await economy.db.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM account_events WHERE account_id = $1',
      [other],
    );
    expect(count).toBe(2 * history.length);
  });

  it('that look like a takeover raise one alert, whatever is told again', async () => {
    const accountId = await economy.account();
    await settle(economy, accountId);
    await Promise.all(takeover(accountId).map((event) => tell(economy, event)));
    for (const event of takeover(accountId)) await tell(economy, event);
    await tell(economy, { type: 'recovery', accountId, device: strange(accountId) });
    await eventually(async () =>
      expect(await alertsOf(accountId)).toEqual([
        expect.objectContaining({
          queue_id: 'account-security',
          key: expect.stringContaining(hashId(strange(accountId).id).toString(36)),
          reason: expect.objectContaining({ code: 'security.takeover_suspected' }),
        }),
      ]),
    );
  });

  it('of a new phone at home, and of a traveller, raise none', async () => {
    const accountId = await economy.account();
    await settle(economy, accountId);
    await tell(economy, { type: 'sign_in', accountId, device: own(accountId), place: SYDNEY });
    const phone = { id: `phone-${accountId}`, ip: '198.18.0.7' };
    await tell(economy, { type: 'sign_in', accountId, device: phone, place: BERLIN });
    expect((await page(accountId)).score).toBeLessThan(400);
    await economy.buy(accountId, { device: phone });
    expect(await alertsOf(accountId)).toEqual([]);
  });

  it('are refused when they make no sense', async () => {
    const accountId = await economy.account();
    const post = (event: object) => economy.asPlatform.post('/v1/events').send({ accountId, ...event });
    await post({ type: 'sign_in', place: { country: 'XX' } }).expect(422);
    await post({ type: 'sign_in', place: { country: 'DE', latitude: 91, longitude: 0 } }).expect(422);
    const halved = await post({ type: 'sign_in', place: { country: 'DE', latitude: 1 } }).expect(422);
    expect(halved.body.errors[0].pointer).toBe('/place/longitude');
    await post({ type: 'step_up', outcome: 'passed' }).expect(422);
    await post({ type: 'step_up', outcome: 'maybe', method: 'phone' }).expect(422);
    await post({ type: 'sign_in', occurredAt: ago(0), place: { country: 'DE' } }).expect(201);
  });
});
