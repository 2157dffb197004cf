import { type AgeBand, DAY } from '@coinwarden/domain';
import type { SimulatorOptions } from '../options.js';
import { Random, Weighted } from '../random.js';
import { longAgo, type Person, person, type Role } from './person.js';
import { PLACES } from './places.js';

const ROLES: readonly { role: Role; share: number }[] = [
  { role: 'casual', share: 0.58 },
  { role: 'regular', share: 0.24 },
  { role: 'whale', share: 0.015 },
  { role: 'creator', share: 0.085 },
  { role: 'promoter', share: 0.035 },
  { role: 'minor', share: 0.045 },
];

const MINOR_AGES: readonly { band: AgeBand; share: number }[] = [
  { band: 'under13', share: 0.12 },
  { band: '13-15', share: 0.4 },
  { band: '16-17', share: 0.48 },
];

/** Share of the honest who join while the simulation runs, per 30 days. */
const JOINING_PER_MONTH = 0.14;

export interface Population {
  readonly people: readonly Person[];
  /** Long-tailed: a few creators receive most of what is given. */
  readonly creators: Weighted<Person>;
  readonly byActivity: Weighted<Person>;
}

/** The honest people of the economy, each drawn from a stream of their own. */
export function populate(options: SimulatorOptions, random: Random): Population {
  const { startAt, days, accounts, prefix = '' } = options;
  const places = new Weighted(PLACES, (place) => place.weight);
  const roles = new Weighted(ROLES, ({ share }) => share);
  const minorAges = new Weighted(MINOR_AGES, ({ share }) => share);
  const joining = Math.min(0.5, (JOINING_PER_MONTH * days) / 30);

  const people: Person[] = [];
  for (let index = 0; index < accounts; index++) {
    const own = random.fork(`person ${index}`);
    const guardian = own.chance(0.8) ? lastAdult(people) : undefined;
    const drawn = index === 0 ? 'creator' : roles.pick(own).role;
    const role = drawn === 'minor' && !guardian ? 'casual' : drawn;
    const createdAt = own.chance(joining)
      ? startAt + Math.floor(own.unit() * days * DAY)
      : longAgo(own, startAt);
    people.push(
      person(own, {
        accountId: `${prefix}u${own.code(10)}`,
        createdAt: role === 'minor' && guardian ? Math.max(createdAt, guardian.createdAt) : createdAt,
        role,
        place: role === 'minor' && guardian ? guardian.place : places.pick(own),
        ageBand: role === 'minor' ? minorAges.pick(own).band : own.chance(0.04) ? 'unknown' : 'adult',
        ...(role === 'minor' && guardian ? { guardian } : {}),
      }),
    );
  }

  const creators = new Weighted(
    people.filter(({ role }) => role === 'creator'),
    (_, rank) => 1 / (rank + 1) ** 1.05,
  );
  for (const [index, fan] of people.entries()) {
    const own = random.fork(`taste ${index}`);
    fan.favourites = Array.from({ length: own.int(2, 7) }, () => creators.pick(own)).filter((c) => c !== fan);
  }
  return { people, creators, byActivity: new Weighted(people, ({ activity }) => activity) };
}

function lastAdult(people: readonly Person[]): Person | undefined {
  const last = people.at(-1);
  return last?.account.ageBand === 'adult' ? last : undefined;
}
