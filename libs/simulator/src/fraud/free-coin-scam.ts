import { HOUR, MINUTE } from '@coinwarden/domain';
import type { Script } from '../schedule.js';
import { writeScams } from '../texts/write-texts.js';
import type { World } from '../world.js';
import { cashOutLater, deviceOf, type FraudScheme, recruit } from './scheme.js';

const pattern = 'free_coin_scam';

/** "Send me coins and I send back double": strangers give to a new account, some report it, it cashes out. */
export const freeCoinScam: FraudScheme = { pattern, weight: 0.1, run };

function* run(world: World): Script {
  const { random, shop, population } = world;
  const scammer = recruit(world, pattern, { creator: true });
  world.introduce(scammer);
  if (world.options.texts) world.start(writeScams(world, scammer, 'free_coins'));
  yield world.now + random.int(5, 60) * MINUTE;
  for (let left = random.int(5, 14); left > 0; left--) {
    const victim = population.byActivity.pick(random);
    const gift = shop.gift(random, victim.coins * 0.9, 0.8);
    if (gift && victim.createdAt < world.now) {
      world.give(victim, scammer, gift, random.int(1, 3), { device: deviceOf(victim), pattern });
      if (random.chance(0.3)) world.event(scammer, 'report');
    }
    yield world.now + Math.floor(random.exponential(2 * HOUR));
  }
  world.start(cashOutLater(world, scammer, pattern));
}
