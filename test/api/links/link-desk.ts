import { randomUUID } from 'node:crypto';
import { FoldTransfers, GatherTransfers } from '../../../api/src/links/links.public.js';
import { type Economy, judgeBy, purchaseOf, startEconomy } from '../../support/economy.js';

/** An economy without rules, so that everything goes through and only the links speak. */
export async function startLinkedEconomy(): Promise<Economy> {
  const economy = await startEconomy({ jobs: false });
  await judgeBy(economy, []);
  return economy;
}

/** Does what the jobs would: tells the links of every transaction there is, and folds what waits. */
export async function foldAll(economy: Economy): Promise<number> {
  const refs = await economy.db.query<{ account_id: string; transaction_id: string }>(
    'SELECT account_id, transaction_id FROM transactions ORDER BY transaction_id',
  );
  const gather = economy.app.get(GatherTransfers, { strict: false });
  await gather.run(refs.map((row) => [row.account_id, row.transaction_id] as const));
  return economy.app.get(FoldTransfers, { strict: false }).run();
}

export const phone = (id: string = randomUUID()) => ({ id: `phone-${id}`, ip: '203.0.113.9' });

/** Buys 700 coins on the device and gives all that roses can take of them. */
export async function buyAndGive(
  economy: Economy,
  giver: string,
  recipient: string,
  device = phone(),
): Promise<void> {
  await economy.submit({ ...purchaseOf(giver), device });
  await economy.gift(giver, recipient, { giftId: 'fireworks', quantity: 1, device });
}

/** Some accounts on one phone give everything to one creator. */
export async function farm(economy: Economy, size = 5): Promise<{ owner: string; bots: string[] }> {
  const owner = await economy.account({ creator: true });
  const device = phone();
  const bots: string[] = [];
  for (let i = 0; i < size; i++) {
    const bot = await economy.account();
    bots.push(bot);
    await buyAndGive(economy, bot, owner, device);
  }
  return { owner, bots };
}
