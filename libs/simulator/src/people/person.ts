import { type AgeBand, DAY, type Instant, type PaymentProvider } from '@coinwarden/domain';
import type { SimulatedAccount } from '../options.js';
import type { Random } from '../random.js';
import { homeAddress, newDevice, type SimulatedDevice } from './devices.js';
import { displayName, email } from './names.js';
import type { Place } from './places.js';

export type Role = 'casual' | 'regular' | 'whale' | 'creator' | 'promoter' | 'minor';

/** Someone with an account, and what the simulator believes they own. */
export interface Person {
  readonly account: SimulatedAccount;
  readonly accountId: string;
  readonly createdAt: Instant;
  readonly role: Role;
  readonly place: Place;
  /** Relative to everybody else: how often they come, how freely they spend. */
  readonly activity: number;
  readonly appetite: number;
  readonly devices: SimulatedDevice[];
  readonly provider: PaymentProvider;
  readonly instrument: string;
  readonly guardian: Person | null;
  coins: number;
  diamonds: number;
  maturing: { at: Instant; diamonds: number }[];
  /** Until when any coins it bought may still be taken back; what they become can be withdrawn later. */
  riskUntil: Instant;
  favourites: readonly Person[];
  welcomed: boolean;
  introduced: boolean;
}

export interface PersonTraits {
  readonly accountId: string;
  readonly createdAt: Instant;
  readonly role: Role;
  readonly place: Place;
  readonly ageBand: AgeBand;
  readonly creator?: boolean;
  readonly devices?: SimulatedDevice[];
  readonly guardian?: Person;
}

export function person(random: Random, traits: PersonTraits): Person {
  const name = displayName(random);
  const address = email(random, name);
  const { accountId, createdAt, role, place, ageBand, guardian } = traits;
  const devices = traits.devices ?? ownDevices(random, guardian);
  return {
    account: {
      accountId,
      createdAt: new Date(createdAt).toISOString(),
      country: place.country,
      timeZone: place.timeZone,
      ageBand,
      creator: traits.creator ?? role === 'creator',
      displayName: name,
      ...(ageBand === 'under13' ? {} : { email: address }),
      ...(guardian ? { guardianAccountId: guardian.accountId } : {}),
    },
    accountId,
    createdAt,
    role,
    place,
    activity: random.logNormal(0.9) * ACTIVITY[role],
    appetite: random.logNormal(0.6),
    devices,
    provider: devices[0]?.userAgent.includes('iOS')
      ? 'apple'
      : devices[0]?.userAgent.includes('Android') && random.chance(0.7)
        ? 'google'
        : 'stripe',
    instrument: `card-${random.code(14)}`,
    guardian: guardian ?? null,
    coins: 0,
    diamonds: 0,
    maturing: [],
    riskUntil: 0,
    favourites: [],
    welcomed: false,
    introduced: false,
  };
}

const ACTIVITY: Record<Role, number> = {
  casual: 0.6,
  regular: 1.6,
  whale: 3,
  creator: 1,
  promoter: 1.2,
  minor: 0.8,
};

/** One or two devices behind the address of the home; a child shares the family's. */
function ownDevices(random: Random, guardian?: Person): SimulatedDevice[] {
  const home = guardian?.devices[0]?.ip ?? homeAddress(random);
  const devices = [newDevice(random, home)];
  if (random.chance(0.3)) devices.push(newDevice(random, home));
  return devices;
}

/** Most have been here for months; those who joined long ago are rarer, as is someone who joined an hour ago. */
export const longAgo = (random: Random, before: Instant): Instant =>
  Math.floor(before - (0.5 + random.exponential(220)) * DAY);

/** Diamonds that may be withdrawn at `now`. */
export function ripeDiamonds(who: Person, now: Instant): number {
  if (who.maturing.some((lot) => lot.at <= now)) {
    who.diamonds += who.maturing.reduce((sum, lot) => (lot.at <= now ? sum + lot.diamonds : sum), 0);
    who.maturing = who.maturing.filter((lot) => lot.at > now);
  }
  return who.diamonds;
}
