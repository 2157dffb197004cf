import { DAY, HOUR, MINUTE } from '@coinwarden/domain';
import type { MoneyBackEvent, Pattern, SimulatedPurchase } from '../options.js';
import type { Person } from '../people/person.js';
import type { Random } from '../random.js';
import type { Script } from '../schedule.js';
import type { World } from '../world.js';

/** How long something takes in life, from … to, in milliseconds; most of it comes early. */
type Wait = readonly [from: number, mean: number];

interface Turn {
  readonly after: Wait;
  readonly event: MoneyBackEvent;
}

/** Whoever buys may want the money back; whoever was robbed will, through their bank. */
export function* afterPurchase(
  world: World,
  purchase: SimulatedPurchase,
  { who, pattern }: { who: Person; pattern: Pattern | undefined },
): Script {
  const random = world.moneyBackRandom;
  const pace = world.options.moneyBackPace ?? 1;
  const turns = turnsOf(random, { who, pattern, isCard: purchase.provider === 'stripe', pace });
  for (const { after, event } of turns) {
    yield world.now + Math.max(1, Math.floor(waitFor(random, after) * pace));
    world.moneyBack(purchase, event);
  }
}

const waitFor = (random: Random, [from, mean]: Wait): number => from + random.exponential(mean);

interface Case {
  readonly who: Person;
  readonly pattern: Pattern | undefined;
  readonly isCard: boolean;
  readonly pace: number;
}

function turnsOf(random: Random, { who, pattern, isCard, pace }: Case): Turn[] {
  switch (pattern) {
    case 'stolen_card':
    case 'card_testing':
    case 'account_takeover':
      return isCard ? robbed(random, pace) : [];
    case 'refund_abuse':
      return abusive(random, pace);
    case 'minor_overspending':
      return random.chance(0.35) ? [asks('minor', [HOUR, 2 * DAY], 'agent')] : [];
    case undefined:
      return honest(random, { who, isCard, pace });
    default:
      return [];
  }
}

/** The scheme warns first, if it does; then the cardholder sees the statement. */
function robbed(random: Random, pace: number): Turn[] {
  const turns: Turn[] = [];
  if (random.chance(0.3))
    turns.push({
      after: [6 * HOUR, DAY],
      event: { type: 'fraud_warning', fraudType: 'made_with_stolen_card' },
    });
  if (random.chance(0.3)) {
    const wait: Wait = [DAY, 3 * DAY];
    const verdict = random.chance(0.9) ? 'lost' : 'won';
    turns.push(disputes(random, { reason: 'fraudulent', verdict, wait, pace }));
  }
  return turns;
}

/** The coins are gone, and now they want the money as well. */
function abusive(random: Random, pace: number): Turn[] {
  const turns: Turn[] = [];
  if (random.chance(0.6)) turns.push(asks('not_received', [20 * MINUTE, 8 * HOUR], 'agent'));
  if (random.chance(0.3)) {
    const reason = random.pick(['product_not_received', 'credit_not_processed']);
    const verdict = random.chance(0.6) ? 'won' : 'lost';
    turns.push(disputes(random, { reason, verdict, wait: [2 * DAY, 4 * DAY], pace }));
  }
  return turns;
}

const HONEST_REASONS = [
  'accidental_purchase',
  'accidental_purchase',
  'technical_fault',
  'duplicate',
  'not_received',
] as const;

/** Mistakes happen; some buyers do not recognise the charge and ask their bank instead. */
function honest(random: Random, { who, isCard, pace }: Omit<Case, 'pattern'>): Turn[] {
  const luck = random.unit();
  if (luck < 0.022) {
    const part = random.chance(0.15) ? random.pick([25, 50]) : 100;
    const askedOf = random.chance(0.6) ? 'agent' : 'platform';
    return [asks(random.pick(HONEST_REASONS), [4 * MINUTE, 14 * HOUR], askedOf, part)];
  }
  if (who.role === 'minor' && luck < 0.06) return [asks('minor', [HOUR, 2 * DAY], 'agent')];
  if (!isCard || luck > 0.034) return [];
  const verdict = random.chance(0.75) ? 'won' : 'lost';
  const reason = random.pick([
    'unrecognized',
    'unrecognized',
    'product_not_received',
    'duplicate',
    'general',
  ]);
  const caseType = random.chance(0.4) ? 'inquiry' : 'chargeback';
  return [disputes(random, { reason, verdict, caseType, wait: [DAY, 5 * DAY], pace })];
}

const asks = (reason: string, after: Wait, askedOf: 'platform' | 'agent', percent = 100): Turn => ({
  after,
  event: { type: 'refund_request', askedOf, reason, percent },
});

interface Disputed {
  readonly reason: string;
  readonly verdict: 'won' | 'lost';
  readonly caseType?: 'inquiry' | 'chargeback';
  readonly wait: Wait;
  readonly pace: number;
}

const disputes = (random: Random, { reason, verdict, caseType, wait, pace }: Disputed): Turn => ({
  after: wait,
  event: {
    type: 'dispute',
    caseType: caseType ?? 'chargeback',
    reason,
    verdict,
    // Nobody answers within minutes, however fast the world turns.
    answerWithinMs: random.int(3, 13) * DAY + random.int(0, 23) * HOUR,
    decidesAfterMs: Math.floor(random.int(2, 8) * DAY * pace),
  },
});
