import { isPermission, type Permission } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ProblemError } from '../http/problem-error.js';
import type { ApiKeyActor } from './actor.js';
import { hashOf } from './secrets.js';
import { TokenBuckets } from './token-buckets.js';

/**
 * How long another process may still accept a key after its revocation. Long enough to spare the database a look-up
 * per request, short enough that revoking bites before a person has closed the dialog.
 */
export const KEY_CACHE_MS = 2_000;
const MAX_CACHED_KEYS = 10_000;
/** Wrong keys from one address: plenty for a deployment gone wrong, nothing for guessing. */
const UNKNOWN_KEYS = { perSecond: 5, burst: 50 };
const USE_NOTED_EVERY_MS = 60_000;

interface Known {
  readonly actor: ApiKeyActor;
  readonly perSecond: number;
  readonly until: number;
}

interface Row {
  api_key_id: string;
  name: string;
  scopes: string[];
  requests_per_second: number | null;
}

const FIND = {
  name: 'api-key-find',
  text: `SELECT api_key_id, name, scopes, requests_per_second
           FROM api_keys WHERE key_hash = $1 AND revoked_at IS NULL`,
};

/** Verifies API keys, thousands a second, and holds each to its rate. */
@Injectable()
export class ApiKeys {
  private readonly known = new Map<string, Known>();
  private readonly pending = new Map<string, Promise<Known | null>>();
  private readonly notedAt = new Map<string, number>();
  private readonly buckets = new TokenBuckets();
  /** Grows with every revocation: a look-up that began before it may not be remembered after it. */
  private generation = 0;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Throws `auth.missing` for a key that is not valid and `request.rate_limited` for one that is used too fast. */
  async authenticate(key: string, ip: string): Promise<ApiKeyActor> {
    const now = this.clock.now();
    const hash = hashOf(key);
    const name = hash.toString('base64url');
    const cached = this.known.get(name);
    const known = cached && cached.until > now ? cached : await this.lookUpOnce(name, hash);
    if (!known) {
      this.charge(`ip:${ip}`, UNKNOWN_KEYS, now);
      throw new ProblemError('auth.missing', 'The API key is not valid.');
    }
    this.charge(known.actor.id, { perSecond: known.perSecond, burst: known.perSecond }, now);
    this.noteUse(known.actor.id, now);
    return known.actor;
  }

  /** Revoked or changed here: this process asks the database again at once. */
  forget(): void {
    this.generation++;
    this.known.clear();
    this.pending.clear();
  }

  private charge(bucket: string, rate: { perSecond: number; burst: number }, now: number): void {
    const waitSeconds = this.buckets.take(bucket, rate, now);
    if (waitSeconds > 0) {
      throw new ProblemError('request.rate_limited', `Try again in ${waitSeconds} s.`, [], {
        'Retry-After': String(waitSeconds),
      });
    }
  }

  /** Requests that arrive together share one look-up. */
  private lookUpOnce(name: string, hash: Buffer): Promise<Known | null> {
    const running = this.pending.get(name);
    if (running) return running;
    const lookUp = this.lookUp(name, hash).finally(() => {
      if (this.pending.get(name) === lookUp) this.pending.delete(name);
    });
    this.pending.set(name, lookUp);
    return lookUp;
  }

  private async lookUp(name: string, hash: Buffer): Promise<Known | null> {
    const { generation } = this;
    const [row] = await this.uow.query<Row>(FIND, [hash]);
    if (!row) {
      this.known.delete(name);
      return null;
    }
    const known: Known = {
      actor: {
        type: 'api_key',
        id: row.api_key_id,
        name: row.name,
        permissions: new Set<Permission>(row.scopes.filter(isPermission)),
      },
      perSecond: row.requests_per_second ?? this.config.keyRequestsPerSecond,
      until: this.clock.now() + KEY_CACHE_MS,
    };
    if (this.known.size >= MAX_CACHED_KEYS) this.known.clear();
    if (generation === this.generation) this.known.set(name, known);
    return known;
  }

  /** To the minute, and never in the way of the request. */
  private noteUse(id: string, now: number): void {
    if (now - (this.notedAt.get(id) ?? 0) < USE_NOTED_EVERY_MS) return;
    this.notedAt.set(id, now);
    this.uow
      .query('UPDATE api_keys SET last_used_at = $2 WHERE api_key_id = $1', [id, new Date(now)])
      .catch(() => this.notedAt.delete(id));
  }
}
