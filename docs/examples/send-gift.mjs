// A viewer sends a gift; a tap that is sent twice is one gift, and a refusal says why.
import { randomUUID } from 'node:crypto';
import { CoinwardenError } from '@coinwarden/client';
import { connect } from './connect.mjs';

const coinwarden = await connect();
const person = {
  createdAt: '2024-01-15T10:00:00Z',
  country: 'US',
  timeZone: 'America/New_York',
  ageBand: 'adult',
};
const [viewer, creator] = [`viewer-${randomUUID()}`, `creator-${randomUUID()}`];
await coinwarden.accounts.put(viewer, { ...person, creator: false });
await coinwarden.accounts.put(creator, { ...person, creator: true });
await coinwarden.transactions.decide(
  { kind: 'reward', accountId: viewer, coins: 50, reason: 'welcome' },
  `welcome-${viewer}`,
);

const [gift] = await coinwarden.catalogue.gifts();
const tap = randomUUID();
const send = () =>
  coinwarden.transactions.decide(
    { kind: 'gift', accountId: viewer, recipientId: creator, giftId: gift.giftId, quantity: 1 },
    tap,
  );
const first = await send();
const again = await send();
console.log(`${gift.name}: ${first.outcome}; sent again: replayed ${again.replayed}`);
console.log(`left: ${again.wallet.coins.available} coins`);

try {
  await coinwarden.accounts.get('nobody');
} catch (error) {
  if (!(error instanceof CoinwardenError)) throw error;
  console.log(`refused: ${error.status} ${error.code}`);
}
