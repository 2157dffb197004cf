import { DAY, type Instant, type Place } from '@coinwarden/domain';
import type { Random } from '../random.js';
import { CITIES, EVERY_CITY, VPN_EXITS } from './cities.js';
import type { SimulatedDevice } from './devices.js';
import type { Person } from './person.js';

/** Somebody's life as far as it shows in sign-ins. */
interface Life {
  readonly home: Place;
  /** Where mobile data comes out. */
  readonly mobile: Place;
  readonly usesVpn: boolean;
  readonly trip: { readonly from: Instant; readonly to: Instant; readonly place: Place } | null;
}

interface Period {
  readonly startAt: Instant;
  readonly days: number;
}

/**
 * Where people sign in from: at home, on mobile data, on a trip, behind a VPN; and where those come in from who hold
 * somebody else's password. Drawn from streams of its own, so that nothing else changes with it.
 */
export class Whereabouts {
  private readonly lives = new Map<string, Life>();
  private readonly strangers = new Map<string, Place>();
  private readonly used = new Map<string, Set<string>>();
  /** For what is drawn from day to day. */
  readonly random: Random;

  constructor(
    private readonly roots: Random,
    private readonly period: Period,
  ) {
    this.random = roots.fork('days');
  }

  /** What an event says beside who and on what. */
  saidOf(who: Person, { type, device, now }: { type: string; device: SimulatedDevice; now: Instant }) {
    const place = this.placeOf(who, device, now);
    if (type !== 'credential_change') return { place };
    const credential = this.random.pick(['password', 'password', 'password', 'email', 'phone'] as const);
    return { place, credential };
  }

  private placeOf(who: Person, device: SimulatedDevice, now: Instant): Place {
    if (!who.devices.some(({ id }) => id === device.id)) return this.strangersPlace(who, device);
    const { random } = this;
    const life = this.lifeOf(who);
    if (isHosted(device) || (life.usesVpn && random.chance(0.5))) return near(random, random.pick(VPN_EXITS));
    const { trip } = life;
    if (trip && now >= trip.from && now < trip.to) return near(random, trip.place);
    return near(random, isCarrier(device) && random.chance(0.4) ? life.mobile : life.home);
  }

  /** What the person has by now is nothing new. */
  meet(who: Person): void {
    if (!this.used.has(who.accountId)) {
      this.used.set(who.accountId, new Set(who.devices.map(({ id }) => id)));
    }
  }

  /** Whether a device of the person is one they did not have when we met; asked once, it is no longer. */
  isFirstOn(who: Person, device: SimulatedDevice): boolean {
    const used = this.used.get(who.accountId);
    if (used === undefined || used.has(device.id)) return false;
    used.add(device.id);
    return true;
  }

  /** Some come in from next door, some through a rented server, some from wherever they are. */
  private strangersPlace(victim: Person, device: SimulatedDevice): Place {
    const known = this.strangers.get(device.id);
    if (known) return known;
    const random = this.roots.fork(`stranger ${device.id}`);
    const luck = random.unit();
    const place =
      luck < 0.25
        ? random.pick(citiesOf(victim))
        : luck < 0.6
          ? random.pick(VPN_EXITS)
          : random.pick(EVERY_CITY);
    this.strangers.set(device.id, place);
    return place;
  }

  private lifeOf(who: Person): Life {
    const known = this.lives.get(who.accountId);
    if (known) return known;
    const random = this.roots.fork(`life ${who.accountId}`);
    const { startAt, days } = this.period;
    const from = startAt + Math.floor(random.unit() * days * DAY);
    const life: Life = {
      home: random.pick(citiesOf(who)),
      mobile: random.pick(citiesOf(who)),
      usesVpn: random.chance(0.08),
      trip: random.chance(0.3)
        ? {
            from,
            to: from + random.int(2, 12) * DAY,
            place: random.pick(random.chance(0.6) ? EVERY_CITY : citiesOf(who)),
          }
        : null,
    };
    this.lives.set(who.accountId, life);
    return life;
  }
}

const citiesOf = ({ place }: Person): readonly Place[] => CITIES.get(place.timeZone) ?? EVERY_CITY;

/** The ranges of `devices.ts`. */
const isHosted = ({ ip }: SimulatedDevice) => ip.startsWith('198.51.100.');
const isCarrier = ({ ip }: SimulatedDevice) => ip.startsWith('203.0.113.');

/** Looking an address up is never exact. */
const near = (random: Random, place: Place): Place => ({
  ...place,
  latitude: (place.latitude ?? 0) + (random.unit() - 0.5) * 0.4,
  longitude: (place.longitude ?? 0) + (random.unit() - 0.5) * 0.4,
});
