import { MINUTE, SECOND } from '@coinwarden/domain';
import {
  carrierAddress,
  homeAddress,
  hostedAddress,
  newDevice,
  type SimulatedDevice,
} from '../people/devices.js';
import { type Person, type Role, ripeDiamonds } from '../people/person.js';
import type { Script } from '../schedule.js';
import type { Tier } from '../shop.js';
import type { World } from '../world.js';

const WISH: Record<Role, Record<Tier, number>> = {
  casual: { small: 0.86, medium: 0.135, large: 0.005 },
  regular: { small: 0.5, medium: 0.43, large: 0.07 },
  whale: { small: 0.05, medium: 0.3, large: 0.65 },
  creator: { small: 0.6, medium: 0.35, large: 0.05 },
  promoter: { small: 0.25, medium: 0.6, large: 0.15 },
  minor: { small: 1, medium: 0, large: 0 },
};

/** How generous a giver is with what they hold, 0 … 1. */
const GENEROSITY: Record<Role, number> = {
  casual: 0.1,
  regular: 0.3,
  whale: 0.9,
  creator: 0.15,
  promoter: 0.1,
  minor: 0.05,
};

/** An honest person opens the app, does a few things and leaves. */
export function* honestSession(world: World, who: Person): Script {
  const { random } = world;
  world.whereabouts?.meet(who);
  const how = { device: deviceToday(world, who) };
  moveToNewPhone(world, who, how.device);
  if (random.chance(0.12)) {
    if (random.chance(0.1)) world.event(who, 'sign_in_failed', how.device);
    world.event(who, 'sign_in', how.device);
    if (random.chance(0.01)) world.event(who, 'credential_change', how.device);
    yield world.now + random.int(3, 90) * SECOND;
  }
  for (let left = 1 + Math.floor(random.exponential(1.7)); left > 0; left--) {
    if (who.role === 'creator' && cashOut(world, who, how.device)) left--;
    else if (random.chance(0.16)) {
      world.reward(who, random.int(1, 12), random.pick(['daily_check_in', 'watch_streak', 'task']), how);
    } else if (wantsCoins(world, who)) {
      buyCoins(world, who, how.device);
    } else spend(world, who, how.device);
    yield world.now + random.int(6 * SECOND, 5 * MINUTE);
  }
}

/** A new phone wants a sign-in; some have forgotten the password by then. */
function moveToNewPhone(world: World, who: Person, device: SimulatedDevice): void {
  const { whereabouts } = world;
  if (!whereabouts?.isFirstOn(who, device)) return;
  const { random } = whereabouts;
  const hasForgotten = random.chance(0.2);
  if (hasForgotten || random.chance(0.15)) world.event(who, 'sign_in_failed', device);
  if (hasForgotten) {
    world.event(who, 'sign_in_failed', device);
    world.event(who, 'recovery', device);
    world.event(who, 'credential_change', device);
  }
  world.event(who, 'sign_in', device);
}

/** Mostly their own device at home; sometimes on mobile data, on a trip, behind a VPN, or just a new phone. */
function deviceToday(world: World, who: Person): SimulatedDevice {
  const { random } = world;
  const device = random.pick(who.devices);
  const luck = random.unit();
  if (luck < 0.72) return device;
  if (luck < 0.97) return { ...device, ip: carrierAddress(random) };
  if (luck < 0.98) return { ...device, ip: hostedAddress(random) };
  if (luck < 0.994) return { ...device, ip: homeAddress(random) };
  const replaced = newDevice(random, device.ip);
  who.devices.push(replaced);
  return replaced;
}

function wantsCoins(world: World, who: Person): boolean {
  if (who.account.ageBand === 'under13') return false;
  const reserve = who.role === 'whale' ? 3_000 : who.role === 'minor' ? 15 : 60;
  return who.coins < reserve && world.random.chance(who.role === 'minor' ? 0.12 : 0.8);
}

function buyCoins(world: World, who: Person, device: SimulatedDevice): void {
  const { random, shop } = world;
  const offer = shop.offer(random, who.place, WISH[who.role]);
  if (!offer) return;
  const welcome = !who.welcomed && world.now - who.createdAt < 7 * 24 * 60 * MINUTE && random.chance(0.6);
  who.welcomed ||= welcome;
  world.buy(who, offer, {
    device,
    // A borrowed card or a gift voucher from elsewhere happens to honest people too.
    ...(random.chance(0.006) ? { instrument: `card-${random.code(14)}` } : {}),
    ...(random.chance(0.008) ? { country: random.pick(['US', 'GB', 'DE', 'SG', 'AE']) } : {}),
    promotionCode: welcome ? shop.welcomeCode : undefined,
  });
}

function spend(world: World, who: Person, device: SimulatedDevice): void {
  const { random, shop, population } = world;
  const how = { device };
  if (who.role === 'promoter' && random.chance(0.6)) {
    world.promote(who, Math.floor(who.coins * (0.2 + 0.6 * random.unit())), how);
    return;
  }
  if (random.chance(0.14)) {
    world.unlock(who, random.pick([5, 10, 15, 20, 30, 50]), how);
    return;
  }
  const to =
    random.chance(0.8) && who.favourites.length > 0
      ? random.pick(who.favourites)
      : population.creators.pick(random);
  if (to === who || to.createdAt > world.now) return;
  const gift = shop.gift(random, who.coins * 0.7 + 5, GENEROSITY[who.role]);
  // People do tap a gift they cannot pay for now and then; the decision path refuses it.
  if (gift) world.give(who, to, gift, random.chance(0.25) ? random.int(2, 10) : 1, how);
}

function cashOut(world: World, who: Person, device: SimulatedDevice): boolean {
  const { random } = world;
  const ripe = ripeDiamonds(who, world.now);
  if (ripe >= 40 && random.chance(0.08)) {
    world.convert(who, Math.floor(ripe * (0.1 + 0.4 * random.unit())), { device });
    return true;
  }
  if (ripe >= 1_000 && random.chance(0.15)) {
    world.withdraw(who, Math.floor(ripe * (0.5 + 0.5 * random.unit())), { device });
    return true;
  }
  return false;
}
