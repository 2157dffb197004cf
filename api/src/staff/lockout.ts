import { createHash } from 'node:crypto';
import { ACCOUNT_LOCKOUT, ADDRESS_LOCKOUT, countAttempt, type FailureCount } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import ipaddr from 'ipaddr.js';
import { Clock } from '../platform/clock/clock.js';
import type { Queryable } from '../platform/database/sql.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ProblemError } from '../platform/http/problem-error.js';

interface Row {
  key: Buffer;
  failures: number;
  last_failed_at: Date;
  locked_until: Date | null;
}

const keyOf = (what: string) => createHash('sha256').update(what).digest();
const accountKey = (email: string) => keyOf(`account:${email}`);
const addressKey = (ip: string) => keyOf(`address:${network(ip)}`);

/** One household or server has a whole /64 of IPv6, so that is what counts as one address. */
function network(ip: string): string {
  if (!ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  return address.kind() === 'ipv4'
    ? address.toString()
    : address.toNormalizedString().split(':').slice(0, 4).join(':');
}

/** Counts sign-in attempts per account and per address in the database, so that every process sees all of them. */
@Injectable()
export class Lockout {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Counts the attempt as failed until told otherwise. Throws `session.locked` while either count is locked. */
  async begin(email: string, ip: string): Promise<void> {
    const now = this.clock.now();
    const lockedUntil = await this.uow.run((tx) => count(tx, email, ip, now));
    if (lockedUntil === null) return;
    const seconds = Math.max(1, Math.ceil((lockedUntil - now) / 1_000));
    throw new ProblemError('session.locked', `Try again in ${seconds} s.`, [], {
      'Retry-After': String(seconds),
    });
  }

  /** The attempt was good: the account starts afresh; the address only gets this attempt back. */
  async succeed(email: string, ip: string): Promise<void> {
    await this.uow.run(async (tx) => {
      await tx.query('DELETE FROM sign_in_failures WHERE key = $1', [accountKey(email)]);
      await giveBack(tx, addressKey(ip));
    });
  }

  /** The password was right and only the code is missing: neither a failure nor a success. */
  async pause(email: string, ip: string): Promise<void> {
    await this.uow.run(async (tx) => {
      for (const key of [accountKey(email), addressKey(ip)].sort(Buffer.compare)) await giveBack(tx, key);
    });
  }
}

const giveBack = (tx: Queryable, key: Buffer) =>
  tx.query(
    'UPDATE sign_in_failures SET failures = greatest(failures - 1, 0), locked_until = NULL WHERE key = $1',
    [key],
  );

async function count(tx: Queryable, email: string, ip: string, now: number): Promise<number | null> {
  const policies = [
    { key: accountKey(email), policy: ACCOUNT_LOCKOUT },
    { key: addressKey(ip), policy: ADDRESS_LOCKOUT },
  ].sort((a, b) => Buffer.compare(a.key, b.key));
  const counts = [];
  for (const { key, policy } of policies)
    counts.push({ key, verdict: countAttempt(policy, await lock(tx, key), now) });
  const locks = counts.flatMap(({ verdict }) => (verdict.locked ? [verdict.until] : []));
  if (locks.length > 0) return Math.max(...locks);
  for (const { key, verdict } of counts) if (!verdict.locked) await write(tx, key, verdict.next);
  return null;
}

async function lock(tx: Queryable, key: Buffer): Promise<FailureCount> {
  const [row] = await tx.query<Row>(
    `INSERT INTO sign_in_failures (key, failures, last_failed_at) VALUES ($1, 0, to_timestamp(0))
     ON CONFLICT (key) DO UPDATE SET key = excluded.key RETURNING *`,
    [key],
  );
  return {
    failures: row!.failures,
    lastFailedAt: row!.last_failed_at.getTime(),
    lockedUntil: row!.locked_until?.getTime() ?? null,
  };
}

const write = (tx: Queryable, key: Buffer, next: FailureCount) =>
  tx.query(
    'UPDATE sign_in_failures SET failures = $2, last_failed_at = $3, locked_until = $4 WHERE key = $1',
    [
      key,
      next.failures,
      new Date(next.lastFailedAt),
      next.lockedUntil === null ? null : new Date(next.lockedUntil),
    ],
  );
