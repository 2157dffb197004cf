import { editDistance } from './edit-distance.js';
import type { Host } from './host.js';
import { THROWAWAY_ENDINGS } from './link-endings.js';
import { nameSkeleton } from './name-skeleton.js';

/** Whether a host borrows the name of an official domain, and how plainly: 0 (not at all) to 1 (to the letter). */
export interface LookAlike {
  readonly imitates: string;
  readonly strength: number;
}

export interface ProtectedName {
  readonly domain: string;
  readonly label: string;
  readonly skeleton: string;
  /** What the domain ends in, as a skeleton: "com". */
  readonly ending: string;
  /** The name is a word of its own ("line", "apple"): only plain imitations count. */
  readonly everyday: boolean;
}

/** From this strength on a host is called an imitation. */
export const IMITATION_FROM = 0.8;

const EVERYDAY = new Set(
  (
    'apple line wise kick signal cash live office zoom phantom ledger stripe visa threads patreon outlook amazon wechat ' +
    'bigo likee garena kraken venmo solana adobe fedex twitch mojang google yahoo yandex ethereum blockchain wikipedia'
  ).split(' '),
);
const MIN_NAME = 4;

/** Names that are known beyond the domain they belong to. */
const NAMES_BESIDE: readonly (readonly [string, string])[] = [
  ['steam', 'steampowered.com'],
  ['robux', 'roblox.com'],
  ['nitro', 'discord.com'],
  ['tinkoff', 'tinkoff.ru'],
];

const endingOf = (domain: string): string => nameSkeleton(domain.slice(domain.indexOf('.') + 1));

export function protectNames(
  domains: readonly string[],
  labelOf: (domain: string) => string,
): ProtectedName[] {
  const names = new Map<string, ProtectedName>();
  const add = (label: string, domain: string, everyday: boolean): void => {
    const skeleton = nameSkeleton(label);
    if (label.length >= MIN_NAME && !names.has(skeleton))
      names.set(skeleton, { domain, label, skeleton, ending: endingOf(domain), everyday });
  };
  for (const domain of domains) {
    const label = labelOf(domain);
    add(label, domain, EVERYDAY.has(label) || label.length < 6);
  }
  for (const [label, domain] of NAMES_BESIDE) add(label, domain, true);
  return [...names.values()];
}

const BAIT_WORDS = new Set(
  (
    'gift gifts give giveaway giveaways free get nitro login signin sign verify verification verified support help claim ' +
    'airdrop airdrops drop official bonus reward rewards promo promotion event events trade trades trading app apps web ' +
    'web3 wallet wallets secure security account accounts update team mod mods moderator staff coin coins token tokens ' +
    'pay payment payments billing hypesquad badge badges community tournament tournaments vote skins skin shop store ' +
    'generator gen hack robux recovery restore unlock auth connect service services online portal center bot bots beta ' +
    'server new win prize swap bridge stake staking mint migrate drops profile game games pro plus premium card cards'
  )
    .split(' ')
    .map(nameSkeleton),
);

export function findLookAlike(host: Host, names: readonly ProtectedName[]): LookAlike | undefined {
  const subject = describe(host);
  let found: LookAlike | undefined;
  for (const name of names) {
    const strength = resemblance(subject, name);
    if (strength > (found?.strength ?? 0)) found = { imitates: name.domain, strength };
  }
  return found;
}

interface Subject {
  readonly label: string;
  readonly skeleton: string;
  /** The label's skeleton with its hyphens. */
  readonly written: string;
  readonly tokens: readonly string[];
  readonly subdomains: readonly string[];
  readonly throwaway: boolean;
  readonly bait: boolean;
}

function describe(host: Host): Subject {
  const tokens = host.label.split(/[-_]/).filter(Boolean).map(nameSkeleton);
  const before = host.unicode.slice(
    0,
    Math.max(0, host.unicode.length - host.label.length - host.suffix.length - 2),
  );
  return {
    label: host.label,
    skeleton: nameSkeleton(host.label.replace(/[-_]/g, '')),
    written: nameSkeleton(host.label),
    tokens,
    subdomains: before.split('.').filter(Boolean).map(nameSkeleton),
    throwaway: THROWAWAY_ENDINGS.has(host.suffix),
    bait: tokens.some((token) => BAIT_WORDS.has(token)),
  };
}

function resemblance(subject: Subject, name: ProtectedName): number {
  return Math.max(sameName(subject, name), withinName(subject, name), almostName(subject, name));
}

/** The name itself: under another ending, or spelled with other letters that look the same. */
function sameName(subject: Subject, name: ProtectedName): number {
  const at = subject.subdomains.indexOf(name.skeleton);
  if (at >= 0) {
    if (beginsWith(subject.subdomains.slice(at + 1), subject.written, name.ending)) return 1;
    return name.everyday ? 0.4 : 0.6;
  }
  if (subject.skeleton !== name.skeleton) return 0;
  if (subject.label === name.label) return subject.throwaway && !name.everyday ? 0.9 : 0.4;
  const foreignLetters = /[^\x20-\x7e]/.test(subject.label);
  return name.skeleton.length >= 5 || foreignLetters ? 1 : 0.6;
}

/** Whether the labels after the name go on as the official domain does: "discord.com.evil.xyz", "discord.com-gift.xyz". */
function beginsWith(subdomains: readonly string[], label: string, ending: string): boolean {
  const after = [...subdomains, label].join('.');
  return after.startsWith(ending) && /^($|[.-])/.test(after.slice(ending.length));
}

/** The name with something added: "discord-gifts", "steamcommunityfree". */
function withinName(subject: Subject, name: ProtectedName): number {
  const others = subject.tokens.filter((token) => token !== name.skeleton);
  if (others.length < subject.tokens.length && others.length > 0) {
    if (others.some((token) => BAIT_WORDS.has(token))) return 0.9;
    return subject.throwaway && !name.everyday ? 0.8 : 0.5;
  }
  const at = subject.skeleton.indexOf(name.skeleton);
  if (at < 0 || subject.skeleton === name.skeleton || name.skeleton.length < 5) return 0;
  const rest = subject.skeleton.slice(0, at) + subject.skeleton.slice(at + name.skeleton.length);
  // Doubled letters read as one: the "l" of "paypallogin" belongs to both.
  const shared = [rest, name.skeleton.slice(-1) + rest, rest + name.skeleton.slice(0, 1)];
  if (shared.some((word) => BAIT_WORDS.has(word))) return 0.9;
  if (name.everyday) return 0;
  return subject.throwaway || subject.bait ? 0.8 : 0.5;
}

/** The name with letters changed, swapped, added or dropped: the longer it is, the more may differ. */
function almostName(subject: Subject, name: ProtectedName): number {
  const { length } = name.skeleton;
  if (name.everyday || length < 6) return 0;
  const limit = length >= 12 ? 3 : length >= 9 ? 2 : 1;
  const near = (word: string): boolean =>
    word !== name.skeleton &&
    word[0] === name.skeleton[0] &&
    editDistance(word, name.skeleton, limit) <= limit;
  if (near(subject.skeleton)) return length >= 9 || subject.throwaway ? 0.9 : 0.6;
  if (subject.tokens.length > 1 && subject.tokens.some(near))
    return subject.bait || subject.throwaway ? 0.85 : 0.6;
  return 0;
}
