import {
  ALERT_SCORE,
  type Diamonds,
  FINDING_KINDS,
  type Finding,
  type FindingKind,
  FREE_COIN_FINDINGS,
  LINK_BOUNDS,
  makesRing,
  type NewAlert,
  payoutForDiamonds,
  type Ring,
  RingBook,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { raiseAlerts } from '../../cases/cases.public.js';
import { idAt } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { readPartnerCounts } from '../persistence/link-nodes.store.js';
import {
  carryJudgements,
  dropRings,
  type RingSummary,
  readRingsOf,
  writeRings,
} from '../persistence/rings.store.js';

/** Puts findings into rings, new or known, and raises an alert for each ring that has become grave enough. */
@Injectable()
export class PlaceFindings {
  /** Returns the accounts whose rings changed. The caller holds the lock of the links. */
  async run(tx: Tx, findings: readonly Finding[], now: number): Promise<string[]> {
    const grave = findings.filter(makesRing);
    if (grave.length === 0) return [];
    const members = [...new Set(grave.flatMap((finding) => finding.members))];
    const partners = await readPartnerCounts(tx, members);
    const book = new RingBook({
      isHub: (id) => (partners.get(id) ?? 0) > LINK_BOUNDS.hubPartners,
      newRingId: () => idAt(now),
    });
    for (const ring of await readRingsOf(tx, members)) book.restore(ring);
    for (const finding of grave) book.add(finding);

    const changed = book.changed().map(summaryOf);
    await writeRings(tx, changed);
    await carryJudgements(tx, book.absorbed());
    await dropRings(tx, [...book.absorbed().keys()]);
    await raiseAlerts(
      tx,
      changed.filter(({ ring }) => ring.score >= ALERT_SCORE).map((s) => alertOf(s, now)),
    );
    return changed.flatMap(({ ring }) => [...ring.accounts]);
  }
}

export function summaryOf(ring: Ring): RingSummary {
  const findings = [...ring.findings.values()].sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
  const times = findings.flatMap(({ at, edges }) => [at, ...edges.map((edge) => edge.at)]);
  return {
    ring,
    kinds: FINDING_KINDS.filter((kind) => findings.some((finding) => finding.kind === kind)),
    amount: findings.reduce((sum, { amount }) => sum + amount, 0),
    centerId: findings[0]!.members[0]!,
    strongest: findings[0]!.kind,
    firstAt: Math.min(...times),
    lastAt: Math.max(...times),
  };
}

const RING = {
  code: 'links.ring',
  message: 'The account is at the centre of a ring of accounts that pass value to each other.',
};
const SAID: Partial<Record<FindingKind, typeof RING>> = {
  laundering: {
    code: 'free_coins.laundering',
    message: 'Several accounts hand this one their free coins, and to nobody else.',
  },
  farm: {
    code: 'free_coins.farm',
    message: 'New accounts on one device, card or address take free coins one after the other.',
  },
};

/** One alert a ring, on the account it is about; its case shows the ring as it has become meanwhile. */
const alertOf = ({ ring, amount, centerId, kinds, strongest }: RingSummary, at: number): NewAlert => ({
  kind: FREE_COIN_FINDINGS.includes(strongest) ? 'free_coins' : 'ring',
  key: ring.ringId,
  accountId: centerId,
  score: ring.score,
  reason: {
    ...(SAID[strongest] ?? RING),
    values: { ringId: ring.ringId, ringScore: ring.score, accounts: ring.members, findings: kinds },
  },
  valueAtRiskUsdMinor: payoutForDiamonds(BigInt(amount) as Diamonds),
  at,
});
