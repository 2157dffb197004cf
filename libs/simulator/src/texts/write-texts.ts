import { DAY, HOUR, SECOND } from '@coinwarden/domain';
import type { Person } from '../people/person.js';
import type { Random } from '../random.js';
import type { Script } from '../schedule.js';
import type { World } from '../world.js';
import {
  CONTACTS,
  HONEST_TEXTS,
  languageOf,
  SCAM_COMMENTS,
  SCAM_LINKS,
  SELLER_MESSAGES,
} from './templates.js';

/** Comments and messages that lure, a few an hour for as long as the scheme runs. */
export function* writeScams(world: World, who: Person, bait: 'free_coins' | 'coin_sale'): Script {
  const random = world.textRandom;
  const link = random.pick(SCAM_LINKS);
  const contact = random.pick(CONTACTS);
  const templates = (bait === 'free_coins' ? SCAM_COMMENTS : SELLER_MESSAGES)[languageOf(who.place.country)]!;
  for (let left = random.int(3, 8); left > 0; left--) {
    yield world.now + Math.floor(random.exponential(HOUR));
    const text = random
      .pick(templates)
      .replace('{n}', String(random.int(2, 50) * 100))
      .replace('{link}', link)
      .replace('{contact}', contact);
    const reader = random.chance(0.5) ? world.population.byActivity.pick(random) : undefined;
    world.write(who, disguised(text, random), reader);
  }
}

/** Honest people write as long as the world lasts; one of ten texts is a message. */
export function* writeHonestly(world: World): Script {
  const random = world.textRandom;
  const { days, transactions } = world.options;
  const gap = (days * DAY) / Math.max(1, transactions * TEXTS_PER_TRANSACTION);
  for (;;) {
    yield world.now + Math.max(SECOND, Math.floor(random.exponential(gap)));
    const who = world.population.byActivity.pick(random);
    if (who.createdAt > world.now) continue;
    const reader = random.chance(0.1) ? world.population.byActivity.pick(random) : undefined;
    world.write(who, random.pick(HONEST_TEXTS[languageOf(who.place.country)]!), reader);
  }
}

const TEXTS_PER_TRANSACTION = 0.05;

/** One of three scams is written so that filters miss it: with Cyrillic letters, or torn apart by nothing. */
function disguised(text: string, random: Random): string {
  if (!random.chance(0.33)) return text;
  if (random.chance(0.5)) return text.replaceAll('o', '\u043e').replaceAll('e', '\u0435');
  return text.replace(/[a-z]{4,}/i, (word) => [...word].join('\u200b'));
}
