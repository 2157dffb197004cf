import { DAY, HOUR } from '@coinwarden/domain';
import type { Pattern } from '../options.js';
import { homeAddress, hostedAddress, newDevice, type SimulatedDevice } from '../people/devices.js';
import { longAgo, type Person, person, ripeDiamonds } from '../people/person.js';
import { PLACES } from '../people/places.js';
import { Weighted } from '../random.js';
import type { Script } from '../schedule.js';
import type { World } from '../world.js';

/** One way of cheating: what it is called, how often it is tried, and how it unfolds. */
export interface FraudScheme {
  readonly pattern: Pattern;
  /** Share of all attempts. */
  readonly weight: number;
  readonly run: (world: World) => Script;
}

const places = new Weighted(PLACES, ({ weight }) => weight);

/** An account opened for the scheme, just now unless it was bought or kept for later. */
export function recruit(
  world: World,
  pattern: Pattern,
  traits: { device?: SimulatedDevice; aged?: boolean; creator?: boolean; place?: Person['place'] } = {},
): Person {
  const { random } = world;
  const place = traits.place ?? places.pick(random);
  const recruited = person(random, {
    accountId: world.newAccountId(),
    createdAt: traits.aged ? longAgo(random, world.now) : world.now,
    role: traits.creator ? 'creator' : 'casual',
    place,
    ageBand: random.chance(0.8) ? 'adult' : 'unknown',
    devices: [traits.device ?? burner(world)],
  });
  world.suspect(recruited, pattern);
  return recruited;
}

export function burner(world: World): SimulatedDevice {
  const { random } = world;
  return newDevice(random, random.chance(0.5) ? hostedAddress(random) : homeAddress(random));
}

export const stolenCard = (world: World) => ({
  instrument: `card-${world.random.code(14)}`,
  country: places.pick(world.random).country,
});

export const deviceOf = (who: Person): SimulatedDevice => {
  const device = who.devices[0];
  if (!device) throw new Error(`${who.accountId} has no device`);
  return device;
};

/** Gives nearly everything away in the dearest gifts it buys. */
export function pourOut(
  world: World,
  from: Person,
  to: Person,
  how: { device: SimulatedDevice; pattern: Pattern },
): void {
  const gift = world.shop.gift(world.random, from.coins, 1);
  if (gift) world.give(from, to, gift, Math.max(1, Math.floor(from.coins / gift.coins)), how);
}

/** Comes back once the diamonds are ripe and takes them out. */
export function* cashOutLater(world: World, who: Person, pattern: Pattern): Script {
  yield world.now + Math.floor(7 * DAY + world.random.exponential(10 * HOUR) + HOUR);
  const ripe = ripeDiamonds(who, world.now);
  if (ripe < 200) return;
  world.event(who, 'sign_in', deviceOf(who));
  world.withdraw(who, ripe, { device: deviceOf(who), pattern });
}
