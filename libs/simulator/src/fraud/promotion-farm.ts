import { MINUTE, SECOND } from '@coinwarden/domain';
import type { Script } from '../schedule.js';
import type { World } from '../world.js';
import { burner, cashOutLater, type FraudScheme, pourOut, recruit } from './scheme.js';

const pattern = 'promotion_farm';

/** Many accounts on one device or address take the welcome bonus, and all of it flows to one creator. */
export const promotionFarm: FraudScheme = { pattern, weight: 0.12, run };

function* run(world: World): Script {
  const { random, shop } = world;
  const phone = burner(world);
  const owner = recruit(world, pattern, { aged: true, creator: true });
  const instrument = `card-${random.code(14)}`;
  for (let left = random.int(6, 16); left > 0; left--) {
    // Some wipe the device between accounts; the address stays.
    const device = random.chance(0.7) ? phone : { ...burner(world), ip: phone.ip };
    const account = recruit(world, pattern, { device, place: owner.place });
    const how = { device, pattern } as const;
    world.introduce(account);
    yield world.now + random.int(10, 90) * SECOND;
    world.reward(account, random.int(20, 50), 'welcome', how);
    const offer = random.chance(0.5) ? shop.cheapest(account.place) : undefined;
    if (offer) {
      yield world.now + random.int(5, 40) * SECOND;
      world.buy(account, offer, { ...how, instrument, promotionCode: shop.welcomeCode });
    }
    yield world.now + random.int(10, 120) * SECOND;
    pourOut(world, account, owner, how);
    yield world.now + random.int(1, 20) * MINUTE;
  }
  world.start(cashOutLater(world, owner, pattern));
}
