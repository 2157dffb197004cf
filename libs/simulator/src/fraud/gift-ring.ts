import { HOUR, MINUTE } from '@coinwarden/domain';
import type { Person } from '../people/person.js';
import { ripeDiamonds } from '../people/person.js';
import type { Script } from '../schedule.js';
import type { World } from '../world.js';
import { burner, cashOutLater, deviceOf, type FraudScheme, recruit, stolenCard } from './scheme.js';

const pattern = 'gift_ring';

/** A few accounts pass the same value round in gifts until its source is hard to see, then withdraw it. */
export const giftRing: FraudScheme = { pattern, weight: 0.14, run };

function* run(world: World): Script {
  const { random, shop } = world;
  const shared = burner(world);
  const ring = Array.from({ length: random.int(3, 6) }, () =>
    recruit(world, pattern, { aged: true, creator: true, ...(random.chance(0.5) ? { device: shared } : {}) }),
  );
  const at = (index: number) => ring[index % ring.length] as Person;

  for (const member of ring.slice(0, random.int(1, 2))) {
    const offer = shop.offer(random, member.place, { small: 0, medium: 0.5, large: 0.5 });
    const how = { device: deviceOf(member), pattern } as const;
    if (offer) world.buy(member, offer, { ...how, ...stolenCard(world), provider: 'stripe' });
    yield world.now + random.int(2, 90) * MINUTE;
  }
  for (let step = 0; step < ring.length * random.int(2, 4); step++) {
    const from = at(step);
    const how = { device: deviceOf(from), pattern } as const;
    const ripe = ripeDiamonds(from, world.now);
    if (ripe > 0) world.convert(from, Math.ceil(ripe * 0.7), how);
    const gift = shop.gift(random, from.coins * 0.8, 0.9);
    if (gift) world.give(from, at(step + 1), gift, random.int(1, 4), how);
    yield world.now + Math.floor(random.exponential(9 * HOUR));
  }
  for (const member of ring) world.start(cashOutLater(world, member, pattern));
}
