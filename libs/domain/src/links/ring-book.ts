/**
 * The rings of a set of findings, kept up as findings come. The service keeps the same in its tables; this is what tests
 * and measurements use, and it takes every decision from the same functions.
 */
import { type Finding } from './finding.js';
import { makesRing } from './fold-transfer.js';
import { type KnownRing, placeFinding, ringScore } from './ring.js';

export interface Ring extends KnownRing {
  readonly accounts: ReadonlySet<string>;
  readonly findings: ReadonlyMap<string, Finding>;
  readonly score: number;
}

interface OpenRing {
  ringId: string;
  madeAt: number;
  accounts: Set<string>;
  findings: Map<string, Finding>;
}

export class RingBook {
  readonly #rings = new Map<string, OpenRing>();
  readonly #ringsOf = new Map<string, Set<string>>();
  #made = 0;

  constructor(private readonly isHub: (accountId: string) => boolean) {}

  add(finding: Finding): void {
    if (!makesRing(finding)) return;
    const { into, absorbs } = placeFinding(finding, (id) => this.#known(id), this.isHub);
    const ring = into === null ? this.#open() : this.#rings.get(into)!;
    for (const ringId of absorbs) this.#absorb(ring, ringId);
    for (const accountId of finding.members) this.#join(ring, accountId);
    const before = ring.findings.get(finding.key);
    if (!before || finding.score >= before.score) ring.findings.set(finding.key, finding);
  }

  rings(): Ring[] {
    return [...this.#rings.values()].map((ring) => ({
      ...ring,
      members: ring.accounts.size,
      score: ringScore([...ring.findings.values()]),
    }));
  }

  #known(accountId: string): KnownRing[] {
    return [...(this.#ringsOf.get(accountId) ?? [])].map((ringId) => {
      const { madeAt, accounts } = this.#rings.get(ringId)!;
      return { ringId, madeAt, members: accounts.size };
    });
  }

  #open(): OpenRing {
    const madeAt = ++this.#made;
    const ring = { ringId: String(madeAt), madeAt, accounts: new Set<string>(), findings: new Map() };
    this.#rings.set(ring.ringId, ring);
    return ring;
  }

  #absorb(ring: OpenRing, ringId: string): void {
    const other = this.#rings.get(ringId)!;
    for (const accountId of other.accounts) {
      this.#ringsOf.get(accountId)?.delete(ringId);
      this.#join(ring, accountId);
    }
    for (const [key, finding] of other.findings) ring.findings.set(key, finding);
    this.#rings.delete(ringId);
  }

  #join(ring: OpenRing, accountId: string): void {
    ring.accounts.add(accountId);
    const rings = this.#ringsOf.get(accountId) ?? new Set();
    this.#ringsOf.set(accountId, rings.add(ring.ringId));
  }
}
