/**
 * All list entries, found by what a transaction carries at the cost of one look-up per type in use (per prefix length
 * for networks, per label for web domains), however many entries there are. A change costs what it changes.
 */
import type { Instant } from '../kernel/time.js';
import { type IpNetwork, parseAddress, parseNetwork } from './ip-address.js';
import {
  isInForce,
  LIST_VALUE_TYPES,
  type ListEntry,
  type ListName,
  type ListValueType,
} from './list-entry.js';
import { foldEmailDomain, foldPayout } from './list-value.js';
import { NetworkMap } from './network-map.js';

/** The values of one transaction that lists may hold. An address is looked up among addresses and networks. */
export type ListSubjects = {
  readonly [T in Exclude<ListValueType, 'network' | 'web_domain' | 'phrase'>]?: string | undefined;
};

/** How what a transaction carries is spelt on a list; ids are opaque and stand as they are. */
const FOLDS = {
  account: null,
  device: null,
  instrument: null,
  email_domain: foldEmailDomain,
  card_country: null,
  payout: foldPayout,
} as const satisfies Record<Exclude<keyof ListSubjects, 'ip'>, ((value: string) => string) | null>;
const EXACT_TYPES = Object.keys(FOLDS) as (keyof typeof FOLDS)[];

export class ListIndex {
  readonly #byType = new Map<ListValueType, Map<string, ListEntry[]>>();
  readonly #addresses = new NetworkMap<ListEntry>();
  readonly #changes = new Map<ListValueType, number>();

  constructor(entries: Iterable<ListEntry> = []) {
    for (const entry of entries) this.add(entry);
  }

  /** Adds an entry beside those that stand at its value. */
  add(entry: ListEntry): void {
    this.#changes.set(entry.type, this.changesOf(entry.type) + 1);
    if (isAddress(entry.type)) {
      const network = networkOf(entry);
      if (network) this.#addresses.add(network, entry);
      return;
    }
    let values = this.#byType.get(entry.type);
    if (!values) {
      values = new Map();
      this.#byType.set(entry.type, values);
    }
    const value = folded(entry);
    const same = values.get(value);
    if (same) same.push(entry);
    else values.set(value, [entry]);
  }

  /** Puts entries in the place of all that stood at their value; none of them clears it. */
  replace(place: ListPlace, entries: readonly ListEntry[]): void {
    this.#changes.set(place.type, this.changesOf(place.type) + 1);
    const isOther = ({ type, value }: ListEntry) => type !== place.type || value !== place.value;
    if (isAddress(place.type)) {
      const network = networkOf(place);
      if (network) this.#addresses.keep(network, isOther);
    } else {
      const values = this.#byType.get(place.type);
      const value = folded(place);
      const others = values?.get(value)?.filter(isOther) ?? [];
      if (others.length > 0) values!.set(value, others);
      else values?.delete(value);
      if (values?.size === 0) this.#byType.delete(place.type);
    }
    for (const entry of entries) this.add(entry);
  }

  /** Grows with every change of a type: what is derived from its entries holds as long as this stays. */
  changesOf(type: ListValueType): number {
    return this.#changes.get(type) ?? 0;
  }

  /** All entries of a type, those that have expired too. */
  entriesOf(type: Exclude<ListValueType, 'ip' | 'network'>): readonly ListEntry[] {
    return [...(this.#byType.get(type)?.values() ?? [])].flat();
  }

  /** The entries in force at `at` that a transaction matches. */
  find(subjects: ListSubjects, at: Instant): readonly ListEntry[] {
    const found: ListEntry[] = [];
    for (const type of EXACT_TYPES) {
      const values = this.#byType.get(type);
      const subject = subjects[type];
      if (values === undefined || subject === undefined) continue;
      const fold = FOLDS[type];
      for (const entry of values.get(fold ? fold(subject) : subject) ?? NONE) {
        if (isInForce(entry, at)) found.push(entry);
      }
    }
    if (subjects.ip !== undefined && !this.#addresses.isEmpty) {
      const address = parseAddress(subjects.ip);
      if (address) found.push(...narrowestFirst(this.#addresses.find(address), at));
    }
    return found.length === 0 ? NONE : found;
  }

  /** The types by which a transaction stands on a list at `at`, in the order of `LIST_VALUE_TYPES`. */
  matches(list: ListName, subjects: ListSubjects, at: Instant): readonly ListValueType[] {
    return typesOn(list, this.find(subjects, at));
  }

  /** The entries in force for a host in its ASCII form: its own and those of the domains above it. */
  findHost(host: string, at: Instant): readonly ListEntry[] {
    const domains = this.#byType.get('web_domain');
    if (domains === undefined) return NONE;
    const levels: ListEntry[][] = [];
    for (let name = host; name !== ''; name = name.slice(name.indexOf('.') + 1)) {
      const entries = domains.get(name);
      if (entries) levels.push(entries);
      if (!name.includes('.')) break;
    }
    return narrowestFirst(levels, at);
  }

  /** The entries in force for a phrase in its folded form. */
  findPhrase(phrase: string, at: Instant): readonly ListEntry[] {
    const entries = this.#byType.get('phrase')?.get(phrase);
    return entries === undefined ? NONE : entries.filter((entry) => isInForce(entry, at));
  }
}

/** Where entries stand, whichever list they belong to. */
export type ListPlace = Pick<ListEntry, 'type' | 'value'>;

const isAddress = (type: ListValueType): boolean => type === 'ip' || type === 'network';

function networkOf({ type, value }: ListPlace): IpNetwork | null {
  const address = type === 'ip' ? parseAddress(value) : null;
  return address ? { length: address.bits, ...address } : parseNetwork(value);
}

function folded({ type, value }: ListPlace): string {
  const fold = FOLDS[type as keyof typeof FOLDS];
  return fold ? fold(value) : value;
}

const NONE: readonly ListEntry[] = [];

/** The types of the entries of one list, in the order of `LIST_VALUE_TYPES`. */
export function typesOn(list: ListName, entries: readonly ListEntry[]): readonly ListValueType[] {
  if (entries.length === 0) return NO_TYPES;
  return LIST_VALUE_TYPES.filter((type) => entries.some((e) => e.list === list && e.type === type));
}
const NO_TYPES: readonly ListValueType[] = [];

/**
 * An allowed address is an exception to a wider network that is blocked or watched, and an allowed subdomain to its
 * domain; on the same value, block and watch stand beside it and win.
 */
function narrowestFirst(levels: readonly (readonly ListEntry[])[], at: Instant): readonly ListEntry[] {
  const found: ListEntry[] = [];
  let excepted = false;
  for (const level of levels) {
    const inForce = level.filter((entry) => isInForce(entry, at));
    found.push(...inForce.filter((entry) => !excepted || entry.list === 'allow'));
    excepted ||= inForce.some((entry) => entry.list === 'allow');
  }
  return found;
}
