import { SECOND } from '@coinwarden/domain';
import type { SimulatedDevice } from '../people/devices.js';
import type { Person } from '../people/person.js';
import type { Script } from '../schedule.js';
import type { World } from '../world.js';
import { deviceOf, type FraudScheme, recruit, stolenCard } from './scheme.js';

const pattern = 'card_testing';

/** A list of card numbers is tried one after the other with the cheapest package, to learn which still work. */
export const cardTesting: FraudScheme = { pattern, weight: 0.12, run };

function* run(world: World): Script {
  const { random, shop } = world;
  let tester = recruit(world, pattern, { aged: random.chance(0.3) });
  const resets = world.whereabouts?.random.chance(0.4) ?? false;
  for (let left = random.int(6, 18); left > 0; left--) {
    if (random.chance(0.15)) tester = recruit(world, pattern, { device: deviceOf(tester) });
    const offer = shop.cheapest(tester.place);
    const how = { device: resets ? passedOff(tester) : deviceOf(tester), pattern } as const;
    if (offer) world.buy(tester, offer, { ...how, ...stolenCard(world), provider: 'stripe' });
    yield world.now + random.int(4, 70) * SECOND;
  }
}

/** The same machine under another name for each account, so that only the address stays. */
function passedOff(tester: Person): SimulatedDevice {
  const device = deviceOf(tester);
  return { ...device, id: `${device.id}-${tester.accountId.slice(-6)}` };
}
