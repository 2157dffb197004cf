import { MINUTE, SECOND } from '@coinwarden/domain';
import type { Person } from '../people/person.js';
import type { Script } from '../schedule.js';
import type { World } from '../world.js';
import { burner, deviceOf, type FraudScheme, pourOut, recruit } from './scheme.js';

const pattern = 'reward_farming';

/** A script collects task rewards on a handful of accounts around the clock and pools them. */
export const rewardFarming: FraudScheme = { pattern, weight: 0.08, run };

function* run(world: World): Script {
  const { random } = world;
  const device = burner(world);
  const pool = recruit(world, pattern, { aged: true, creator: true });
  const bots: Person[] = Array.from({ length: random.int(2, 4) }, () => recruit(world, pattern, { device }));
  for (let left = random.int(12, 30); left > 0; left--) {
    const bot = random.pick(bots);
    world.reward(bot, random.int(8, 20), random.pick(['task', 'watch_streak']), { device, pattern });
    yield world.now + random.int(20, 240) * SECOND;
  }
  for (const bot of bots) {
    pourOut(world, bot, pool, { device: deviceOf(bot), pattern });
    yield world.now + random.int(1, 9) * MINUTE;
  }
}
