import { HOUR, MINUTE } from '@coinwarden/domain';
import type { Script } from '../schedule.js';
import { writeScams } from '../texts/write-texts.js';
import type { World } from '../world.js';
import { deviceOf, type FraudScheme, recruit, stolenCard } from './scheme.js';

const pattern = 'coin_seller';

/** Resells coins outside the shop: large packages on ever other cards, handed on to many unrelated accounts. */
export const coinSeller: FraudScheme = { pattern, weight: 0.08, run };

function* run(world: World): Script {
  const { random, shop, population } = world;
  const seller = recruit(world, pattern, { aged: true });
  if (world.options.texts) world.start(writeScams(world, seller, 'coin_sale'));
  const how = { device: deviceOf(seller), pattern } as const;
  for (let orders = random.int(4, 10); orders > 0; orders--) {
    if (seller.coins < 2_000) {
      const offer = shop.offer(random, seller.place, { small: 0, medium: 0.2, large: 0.8 });
      const card = random.chance(0.7) ? stolenCard(world) : {};
      if (offer) world.buy(seller, offer, { ...how, ...card, provider: 'stripe' });
      yield world.now + random.int(1, 15) * MINUTE;
    }
    const customer = population.byActivity.pick(random);
    const gift = shop.gift(random, seller.coins * 0.4, 0.9);
    if (gift && customer.createdAt < world.now) world.give(seller, customer, gift, random.int(1, 2), how);
    yield world.now + Math.floor(random.exponential(3 * HOUR));
  }
}
