import type { Instant, PackageTier } from '@coinwarden/domain';
import type { MapFile } from './mapping/map-file.js';

/** A package that stands for one amount found in a file. */
export interface ImportedPackage {
  readonly packageId: string;
  readonly name: string;
  readonly tier: PackageTier;
  readonly coins: bigint;
  readonly amountMinor: number;
  readonly currency: string;
}

/**
 * History knows amounts, not packages, and a purchase at another price than its package's is declined. So every amount
 * in the file becomes a package of its own, named after it: the same amount is the same package in every row, run and
 * resumption. Null for money that no price can be made of.
 */
export function importedPackageId(importName: string, money: unknown): string | null {
  const { amountMinor, currency } = (money ?? {}) as { amountMinor?: unknown; currency?: unknown };
  if (typeof amountMinor !== 'number' || amountMinor <= 0 || typeof currency !== 'string') return null;
  return `${packageIdPrefix(importName)}${currency.toLowerCase()}-${amountMinor}`;
}

const packageIdPrefix = (importName: string) => `import-${importName}-`;

/** The tiers by what the starter catalogue's tiers hold. */
const tierOf = (coins: bigint): PackageTier =>
  coins < 1_000n ? 'small' : coins < 5_000n ? 'medium' : 'large';

export function importedPackage(
  map: MapFile,
  money: { readonly amountMinor: number; readonly currency: string },
): ImportedPackage {
  const { coinsPerUnit = 1, scale = 2 } = map.packages ?? {};
  const coins = BigInt(Math.max(1, Math.round((money.amountMinor * coinsPerUnit) / 10 ** scale)));
  const packageId = importedPackageId(map.name, money);
  if (packageId === null) throw new RangeError('a package must cost something');
  return { packageId, name: `Imported: ${map.name}`, tier: tierOf(coins), coins, ...money };
}

export interface OnSale {
  readonly from: Instant;
  readonly until: Instant;
}
