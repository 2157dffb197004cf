// Sells a package: asks before the money is taken, takes it, and credits the coins.
import { randomUUID } from 'node:crypto';
import { connect } from './connect.mjs';

const coinwarden = await connect();
const accountId = `example-${randomUUID()}`;

// 1. Who buys. Sign-up, profile and age checks of the platform call this whenever something changes.
await coinwarden.accounts.put(accountId, {
  createdAt: new Date(Date.now() - 90 * 86_400_000).toISOString(),
  country: 'DE',
  timeZone: 'Europe/Berlin',
  ageBand: 'adult',
  creator: false,
});

// 2. What this buyer is offered now, promotion included.
const [offer] = await coinwarden.catalogue.packages({ accountId });
console.log(
  `${offer.name}: ${offer.coins} + ${offer.bonusCoins} coins for ${offer.price.amountMinor} ${offer.price.currency}`,
);

// 3. May it be bought? The order's own id is the key: asked twice, it is decided once.
const orderId = randomUUID();
const decision = await coinwarden.transactions.decide(
  {
    kind: 'purchase',
    accountId,
    packageId: offer.packageId,
    money: offer.price,
    payment: { provider: 'stripe', reference: `pi_${orderId}`, country: 'DE', captured: false },
    device: { id: 'a-device', ip: '203.0.113.10' },
  },
  orderId,
);
console.log(`decided: ${decision.outcome}`);
for (const { code, message } of decision.reasons) console.log(`  ${code}: ${message}`);
if (decision.outcome === 'decline') process.exit(0);

// 4. Take the money at the payment provider here; then the reserved coins become spendable. Where it failed: `void`.
await coinwarden.transactions.capture(decision.transactionId);
const { coins } = await coinwarden.accounts.wallet(accountId);
console.log(`available: ${coins.available} coins, held: ${coins.held}`);
