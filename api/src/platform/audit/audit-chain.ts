import { createHash } from 'node:crypto';

/** What an entry says; everything in it is covered by the hash. */
export interface AuditFact {
  readonly seq: bigint;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly actor: { readonly type: string; readonly id: string };
  readonly action: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly reason: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface AuditEntry extends AuditFact {
  readonly hash: Buffer;
}

/** The hash before the first entry. */
export const GENESIS_HASH = Buffer.alloc(32);

/** JSON with sorted keys and no white space (the part of RFC 8785 our values need): equal values, equal bytes. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((v) => canonicalJson(v ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(',')}}`;
  }
  return typeof value === 'bigint' ? value.toString() : JSON.stringify(value);
}

/** SHA-256 over the previous hash and the canonical JSON of the entry: changing or removing one breaks all after it. */
export const chainHash = (previous: Buffer, fact: AuditFact): Buffer =>
  createHash('sha256')
    .update(previous)
    .update(
      canonicalJson({
        seq: fact.seq,
        at: fact.at,
        actor: fact.actor,
        action: fact.action,
        subject: fact.subject,
        reason: fact.reason,
        details: fact.details,
      }),
    )
    .digest();
