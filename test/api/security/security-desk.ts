import { HOUR, MINUTE } from '@coinwarden/domain';
import type { TestApp } from '../../support/app.js';

export const BERLIN = { country: 'DE', city: 'Berlin', latitude: 52.52, longitude: 13.41 };
export const SYDNEY = { country: 'AU', city: 'Sydney', latitude: -33.87, longitude: 151.21 };

export const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
export const own = (accountId: string) => ({ id: `device-${accountId}`, ip: '198.18.0.7' });
export const strange = (accountId: string) => ({
  id: `stranger-of-${accountId}`,
  ip: '198.51.100.66',
  userAgent: 'Browser',
});

export const tell = (app: TestApp, event: object) =>
  app.asPlatform.post('/v1/events').send(event).expect(201);

/** At home in Berlin for a month. */
export async function settle(app: TestApp, accountId: string): Promise<void> {
  for (const days of [30, 9, 2]) {
    await tell(app, {
      type: 'sign_in',
      accountId,
      device: own(accountId),
      place: BERLIN,
      occurredAt: ago(days * 24 * HOUR),
    });
  }
}

/** What somebody does who guessed the password; the last event last. */
export const takeover = (accountId: string) => {
  const device = strange(accountId);
  return [
    { type: 'sign_in', accountId, device: own(accountId), place: BERLIN, occurredAt: ago(40 * MINUTE) },
    ...[30, 29, 28].map((minutes) => ({
      type: 'sign_in_failed',
      accountId,
      device,
      place: SYDNEY,
      occurredAt: ago(minutes * MINUTE),
    })),
    { type: 'sign_in', accountId, device, place: SYDNEY, occurredAt: ago(27 * MINUTE) },
    {
      type: 'credential_change',
      accountId,
      device,
      credential: 'email',
      place: SYDNEY,
      occurredAt: ago(25 * MINUTE),
    },
  ];
};

export async function takeOver(app: TestApp, accountId: string): Promise<void> {
  await settle(app, accountId);
  for (const event of takeover(accountId)) await tell(app, event);
}
