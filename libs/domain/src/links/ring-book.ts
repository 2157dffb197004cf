/**
 * The rings that findings belong to, kept up as findings come. It starts empty or with the rings the findings may touch,
 * and says afterwards which of them changed.
 */
import type { Finding } from './finding.js';
import { makesRing } from './fold-transfer.js';
import { type KnownRing, placeFinding, ringScore } from './ring.js';

export interface Ring extends KnownRing {
  readonly accounts: ReadonlySet<string>;
  readonly findings: ReadonlyMap<string, Finding>;
  readonly score: number;
}

interface OpenRing {
  readonly ringId: string;
  readonly madeAt: number;
  readonly accounts: Set<string>;
  readonly findings: Map<string, Finding>;
  changed: boolean;
}

export interface RingBookOptions {
  readonly isHub: (accountId: string) => boolean;
  /** Names a new ring; called once for each. */
  readonly newRingId: (finding: Finding) => string;
}

export class RingBook {
  readonly #rings = new Map<string, OpenRing>();
  readonly #ringsOf = new Map<string, Set<string>>();
  readonly #absorbed = new Map<string, string>();

  constructor(private readonly options: RingBookOptions) {}

  /** Takes up a ring as it was left. */
  restore({ ringId, madeAt, accounts, findings }: Omit<Ring, 'score' | 'members'>): void {
    const ring: OpenRing = {
      ringId,
      madeAt,
      accounts: new Set(),
      findings: new Map(findings),
      changed: false,
    };
    this.#rings.set(ringId, ring);
    for (const accountId of accounts) this.#join(ring, accountId);
  }

  /** Finding the same again keeps the stronger of the two. */
  add(finding: Finding): void {
    if (!makesRing(finding)) return;
    const { into, absorbs } = placeFinding(finding, (id) => this.#known(id), this.options.isHub);
    const ring = (into === null ? undefined : this.#rings.get(into)) ?? this.#open(finding);
    for (const ringId of absorbs) this.#absorb(ring, ringId);
    for (const accountId of finding.members) this.#join(ring, accountId);
    const before = ring.findings.get(finding.key);
    if (!before || finding.score >= before.score) ring.findings.set(finding.key, finding);
    ring.changed = true;
  }

  rings(): Ring[] {
    return [...this.#rings.values()].map(asRing);
  }

  changed(): Ring[] {
    return [...this.#rings.values()].filter((ring) => ring.changed).map(asRing);
  }

  /** Rings that turned out to be part of another, and of which. */
  absorbed(): ReadonlyMap<string, string> {
    return this.#absorbed;
  }

  #known(accountId: string): KnownRing[] {
    return [...(this.#ringsOf.get(accountId) ?? [])].map((ringId) => {
      const { madeAt, accounts } = this.#rings.get(ringId) as OpenRing;
      return { ringId, madeAt, members: accounts.size };
    });
  }

  #open(finding: Finding): OpenRing {
    const ringId = this.options.newRingId(finding);
    const ring: OpenRing = {
      ringId,
      madeAt: finding.at,
      accounts: new Set(),
      findings: new Map(),
      changed: true,
    };
    this.#rings.set(ringId, ring);
    return ring;
  }

  #absorb(ring: OpenRing, ringId: string): void {
    const other = this.#rings.get(ringId) as OpenRing;
    for (const accountId of other.accounts) {
      this.#ringsOf.get(accountId)?.delete(ringId);
      this.#join(ring, accountId);
    }
    for (const [key, finding] of other.findings) ring.findings.set(key, finding);
    this.#rings.delete(ringId);
    this.#absorbed.set(ringId, ring.ringId);
  }

  #join(ring: OpenRing, accountId: string): void {
    ring.accounts.add(accountId);
    const rings = this.#ringsOf.get(accountId) ?? new Set();
    this.#ringsOf.set(accountId, rings.add(ring.ringId));
  }
}

const asRing = ({ ringId, madeAt, accounts, findings }: OpenRing): Ring => ({
  ringId,
  madeAt,
  accounts,
  findings,
  members: accounts.size,
  score: ringScore([...findings.values()]),
});
