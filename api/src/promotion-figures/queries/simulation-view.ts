import type { PromotionSimulation as SimulationAnswer } from '@coinwarden/contracts';
import {
  DAY,
  type Instant,
  type Promotion,
  type PromotionSimulation,
  type UseCount,
} from '@coinwarden/domain';

interface Simulated {
  readonly simulation: PromotionSimulation;
  readonly promotion: Promotion;
  readonly from: Instant;
  readonly until: Instant;
  /** Of the accounts, so many percent were asked. */
  readonly percent: number;
}

/** A simulation as the wire tells it, scaled up to everybody. */
export function simulationView({ simulation, promotion, from, until, percent }: Simulated): SimulationAnswer {
  const all = (n: number | bigint) => Math.round((Number(n) * 100) / percent);
  const counted = ({ uses, accounts, costCoins }: UseCount) => ({
    uses: all(uses),
    accounts: all(accounts),
    costCoins: all(costCoins),
  });
  const rows = <Key extends string>(counts: ReadonlyMap<Key, UseCount>) =>
    [...counts]
      .map(([key, count]) => ({ key, ...counted(count) }))
      .sort((a, b) => b.costCoins - a.costCoins || (a.key < b.key ? -1 : 1));
  const inWindow = (promotion.endsAt - promotion.startsAt) / (until - from);
  const used = counted(simulation.used);
  const most = promotion.budgetCoins === null ? Number.POSITIVE_INFINITY : Number(promotion.budgetCoins);
  return {
    from: new Date(from).toISOString(),
    until: new Date(until).toISOString(),
    purchases: all(simulation.purchases),
    sampledPercent: percent,
    eligible: all(simulation.eligible),
    used,
    bonusCoins: all(simulation.bonusCoins),
    discountUsdMinor: all(simulation.discountUsdMinor),
    keptOther: all(simulation.keptOther),
    replacedCoins: all(simulation.replacedCoins),
    budgetGoneAt: simulation.budgetGoneAt === null ? null : new Date(simulation.budgetGoneAt).toISOString(),
    inItsWindow: {
      uses: Math.max(0, Math.round(used.uses * inWindow)),
      costCoins: Math.max(0, Math.min(most, Math.round(used.costCoins * inWindow))),
    },
    abuse: counted(simulation.abuse),
    newcomers: counted(simulation.newcomers),
    byDay: daysBetween(from, until).map((day) => {
      const found = simulation.byDay.get(day);
      return {
        day,
        purchases: all(found?.purchases ?? 0),
        uses: all(found?.uses ?? 0),
        costCoins: all(found?.costCoins ?? 0n),
      };
    }),
    byCountry: rows(simulation.byCountry),
    byAgeBand: rows(simulation.byAgeBand),
    byPackage: rows(simulation.byPackage),
  };
}

/** Every day of the stretch, those without a purchase too. */
function daysBetween(from: Instant, until: Instant): string[] {
  const days: string[] = [];
  for (let at = Math.floor(from / DAY) * DAY; at < until; at += DAY)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
