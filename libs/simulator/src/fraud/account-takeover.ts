import { HOUR, MINUTE, SECOND } from '@coinwarden/domain';
import type { Script } from '../schedule.js';
import type { World } from '../world.js';
import { burner, cashOutLater, type FraudScheme, pourOut, recruit } from './scheme.js';

const pattern = 'account_takeover';

/** Someone guesses an honest person's password, locks them out and spends what they own and what their card gives. */
export const accountTakeover: FraudScheme = { pattern, weight: 0.16, run };

function* run(world: World): Script {
  const { random, shop, population } = world;
  const victim = population.byActivity.pick(random);
  if (victim.createdAt > world.now || victim.role === 'minor') return;
  const how = { device: burner(world), pattern } as const;
  for (let guesses = random.int(1, 6); guesses > 0; guesses--) {
    world.event(victim, 'sign_in_failed', how.device);
    yield world.now + random.int(2, 40) * SECOND;
  }
  if (world.whereabouts?.random.chance(0.25)) world.event(victim, 'recovery', how.device);
  world.event(victim, 'sign_in', how.device);
  yield world.now + random.int(15, 120) * SECOND;
  // Some leave the password alone, so that nobody notices.
  if (!world.whereabouts?.random.chance(0.3)) world.event(victim, 'credential_change', how.device);
  yield world.now + random.int(30, 400) * SECOND;

  const accomplice = recruit(world, pattern, { aged: random.chance(0.7), creator: true });
  pourOut(world, victim, accomplice, how);
  for (let left = random.int(1, 5); left > 0; left--) {
    yield world.now + random.int(20, 200) * SECOND;
    const offer = shop.offer(random, victim.place, { small: 0, medium: 0.4, large: 0.6 });
    if (offer) world.buy(victim, offer, how);
    yield world.now + random.int(10, 90) * SECOND;
    pourOut(world, victim, accomplice, how);
  }
  world.start(cashOutLater(world, accomplice, pattern));
  yield world.now + random.int(2, 30) * HOUR + random.int(0, 59) * MINUTE;
  world.event(victim, 'report');
}
