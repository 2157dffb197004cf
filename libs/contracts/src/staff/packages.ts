import { PACKAGE_STATUSES, PACKAGE_TIERS } from '@coinwarden/domain';
import { z } from 'zod';
import { amount, id, instant, longText, positiveAmount, shortText } from '../primitives.js';

export const PACKAGE_ACTIONS = ['edit', 'sell', 'retire'] as const;

const holds = {
  name: z.string(),
  tier: z.enum(PACKAGE_TIERS),
  coins: positiveAmount,
  bonusCoins: amount,
  position: z.int(),
};

/**
 * A row of the staff list `packages`: what it holds at present (a draft: what it will hold). Filters: `id tier status q`
 * (start of the name). Sorts: `id name coins position createdAt`.
 */
export const staffPackage = z
  .object({
    id: z.string(),
    ...holds,
    /** The version that holds at present, and the latest one, which may begin later: a change follows the latest. */
    version: z.int(),
    latestVersion: z.int(),
    status: z.enum(PACKAGE_STATUSES),
    /** On sale while `saleFrom ≤ t < saleUntil`. */
    saleFrom: instant.nullable(),
    saleUntil: instant.nullable(),
    createdAt: instant,
    allowedActions: z.array(z.enum(PACKAGE_ACTIONS)),
  })
  .meta({ id: 'StaffPackage' });
export type StaffPackage = z.infer<typeof staffPackage>;

/** A row of the staff list `package-versions`, which never changes. Filters: `id packageId`. Sorts: `version validFrom`. */
export const staffPackageVersion = z
  .object({
    /** `packageId:version`. */
    id: z.string(),
    packageId: z.string(),
    version: z.int(),
    ...holds,
    validFrom: instant,
    /** Whether it holds at present. */
    current: z.boolean(),
    createdAt: instant,
    /** The e-mail of who made it; null for what came with the installation. */
    createdBy: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'StaffPackageVersion' });
export type StaffPackageVersion = z.infer<typeof staffPackageVersion>;

const reason = longText.trim().min(1);
const contents = {
  name: shortText.trim().min(1),
  tier: z.enum(PACKAGE_TIERS),
  coins: positiveAmount,
  bonusCoins: amount,
  position: z.int().min(0).max(1_000_000),
};

/** `POST /staff/packages` makes a draft: version 1, not on sale. */
export const packageCreate = z
  .strictObject({ packageId: id, ...contents, reason })
  .meta({ id: 'PackageCreate' });
export type PackageCreate = z.infer<typeof packageCreate>;

/** `POST /staff/packages/{id}/actions/edit` adds a version; what was sold as an earlier one stays what it was. */
export const packageEdit = z
  .strictObject({
    /** The latest version that was seen: 409 `record.conflict` when somebody added another meanwhile. */
    follows: z.int().min(1),
    ...contents,
    /** From now on, if left out. */
    validFrom: instant.optional(),
    reason,
  })
  .meta({ id: 'PackageEdit' });
export type PackageEdit = z.infer<typeof packageEdit>;

/** `POST /staff/packages/{id}/actions/sell`: from a moment (now, if left out) until another, or without an end. */
export const packageSell = z
  .strictObject({ from: instant.optional(), until: instant.nullable().optional(), reason })
  .meta({ id: 'PackageSell' });
export type PackageSell = z.infer<typeof packageSell>;

/** `POST /staff/packages/{id}/actions/retire`: at a moment, or now. */
export const packageRetire = z.strictObject({ at: instant.optional(), reason }).meta({ id: 'PackageRetire' });
export type PackageRetire = z.infer<typeof packageRetire>;
