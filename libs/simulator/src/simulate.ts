import { DAY, SECOND } from '@coinwarden/domain';
import { friendsAndFamilies } from './behaviours/friends.js';
import { honestSession } from './behaviours/honest-session.js';
import { SCHEMES } from './fraud/schemes.js';
import type { Label, SimulatedItem, SimulatorOptions } from './options.js';
import type { Person } from './people/person.js';
import { populate } from './people/population.js';
import { intensity, MEAN_INTENSITY } from './people/rhythm.js';
import { Random, Weighted } from './random.js';
import { Schedule, type Script } from './schedule.js';
import { writeHonestly } from './texts/write-texts.js';
import { World } from './world.js';

export interface Simulation {
  /** What happens, in the order of time. Items never say which of them are fraud. */
  readonly items: Generator<SimulatedItem, void, void>;
  /** The labels of what `items` has yielded since they were last taken. */
  readonly takeLabels: () => Label[];
}

/** A coin economy: the same options give the same items and labels, bit by bit. */
export function simulate(options: SimulatorOptions): Simulation {
  const random = Random.from(options.seed);
  const schedule = new Schedule();
  const population = populate(options, random.fork('people'));
  const world = new World(options, random.fork('events'), population, schedule);

  if ((options.introduce ?? 'at_start') === 'at_start') world.start(openAccounts(world));
  world.start(honestTraffic(world));
  world.start(friendsAndFamilies(world));
  if ((options.fraudShare ?? 0) > 0) world.start(fraudTraffic(world));
  if (options.texts) world.start(writeHonestly(world));
  return { items: run(world, schedule), takeLabels: () => world.takeLabels() };
}

function* run(world: World, schedule: Schedule): Generator<SimulatedItem, void, void> {
  const end = endOf(world);
  for (let next = schedule.next(); next && next.at < end; next = schedule.next()) {
    world.now = next.at;
    const step = next.script.next();
    if (!step.done) schedule.add(Math.max(step.value, world.now), next.script);
    yield* world.takeItems();
  }
}

const endOf = (world: World) => world.options.startAt + world.options.days * DAY;

/** Everyone who was there before the beginning, then each newcomer when they join. */
function* openAccounts(world: World): Script {
  const byAge = [...world.population.people].sort((a, b) => a.createdAt - b.createdAt);
  for (const who of byAge) {
    if (who.createdAt > world.now) yield who.createdAt;
    world.introduce(who);
  }
}

/** Sessions start at random moments, in the rhythm of wherever the person lives, often enough to meet the target. */
function* honestTraffic(world: World): Script {
  const { random, options, population } = world;
  const target = options.transactions * (1 - (options.fraudShare ?? 0));
  const end = endOf(world);
  for (;;) {
    const missing = target - (world.transactions - world.fraudulent);
    if (missing <= 0) return;
    const meanGap = ((end - world.now) * MEAN_INTENSITY * ITEMS_PER_SESSION) / missing;
    yield world.now + Math.max(1, Math.floor(random.exponential(meanGap)));
    const who = population.byActivity.pick(random);
    if (isAbout(world, who)) world.start(honestSession(world, who));
  }
}

/** Transactions an honest session makes, roughly: a start only, the traffic corrects itself as it goes. */
const ITEMS_PER_SESSION = 1.9;

const isAbout = (world: World, who: Person) =>
  who.createdAt <= world.now && world.random.chance(intensity(world.now, who.place.timeZone));

/** Schemes start around the clock, often enough to make up the wanted share. */
function* fraudTraffic(world: World): Script {
  const { random, options } = world;
  const schemes = new Weighted(SCHEMES, ({ weight }) => weight);
  const share = options.fraudShare ?? 0;
  const target = options.transactions * share;
  const end = endOf(world);
  for (;;) {
    const missing = target - world.fraudulent;
    if (missing <= 0) return;
    const meanGap = ((end - world.now) * TRANSACTIONS_PER_SCHEME) / missing;
    yield world.now + Math.max(SECOND, Math.floor(random.exponential(meanGap)));
    world.start(schemes.pick(random).run(world));
  }
}

const TRANSACTIONS_PER_SCHEME = 12;
