import type { AudienceAnswer, AudienceRequest } from '@coinwarden/contracts';
import {
  type Audience,
  audienceSubject,
  compileAudience,
  decodeVelocity,
  type Instant,
  isHeldOut,
  type Promotion,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import {
  estimateAccounts,
  type KnownAccount,
  readAudiencePage,
  sampleAudience,
} from '../persistence/audience-accounts.store.js';

/** Up to here everybody is asked; beyond, about so many are drawn. */
const COUNTED_ACCOUNTS = 50_000;
const SAMPLED_ACCOUNTS = 20_000;
const ROWS_PER_PAGE = 2_000;
const Z_95 = 1.96;

/** Who an audience would be now: counted, or estimated from a sample where there are very many. */
@Injectable()
export class CountAudience {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run({ audience: source }: AudienceRequest): Promise<AudienceAnswer> {
    const compiled = source === null ? null : compileAudience(source);
    if (compiled !== null && !compiled.ok)
      return { problems: [...compiled.problems], matching: null, accounts: null, sampled: false, margin: 0 };
    const { heldOut: _, ...counted } = await this.members({
      audience: compiled?.value ?? null,
      at: this.clock.now(),
    });
    return { problems: [], ...counted };
  }

  /** The same of an audience that is sound, with those of it that a control group keeps out. */
  async members(asked: Asked): Promise<Members> {
    const total = await estimateAccounts(this.db);
    return total <= COUNTED_ACCOUNTS ? this.count(asked) : this.estimate(asked, total);
  }

  private async count(asked: Asked): Promise<Members> {
    let matching = 0;
    let heldOut = 0;
    let accounts = 0;
    let page: KnownAccount[];
    let after = '';
    do {
      page = await readAudiencePage(this.db, { after, rows: ROWS_PER_PAGE });
      accounts += page.length;
      const members = page.filter((account) => belongs(account, asked));
      matching += members.length;
      heldOut += members.filter((account) => isKeptOut(account, asked)).length;
      after = page.at(-1)?.accountId ?? after;
    } while (page.length === ROWS_PER_PAGE);
    return { matching, heldOut, accounts, sampled: false, margin: 0 };
  }

  private async estimate(asked: Asked, total: number): Promise<Members> {
    const share = SAMPLED_ACCOUNTS / total;
    const sample = await sampleAudience(this.db, 100 * share);
    const members = sample.filter((account) => belongs(account, asked)).length;
    const p = sample.length === 0 ? 0 : members / sample.length;
    const accounts = Math.round(sample.length / share);
    const margin = Math.ceil(Z_95 * Math.sqrt((p * (1 - p)) / Math.max(1, sample.length)) * accounts);
    const matching = Math.round(p * accounts);
    const heldOut = Math.round((matching * (asked.control?.holdoutPercent ?? 0)) / 100);
    return { matching, heldOut, accounts, sampled: true, margin };
  }
}

export interface Asked {
  readonly audience: Audience | null;
  readonly at: Instant;
  /** The promotion whose control group is counted too. */
  readonly control?: Pick<Promotion, 'promotionId' | 'holdoutPercent'>;
}

export interface Members {
  readonly matching: number;
  readonly heldOut: number;
  /** All that can buy. */
  readonly accounts: number;
  readonly sampled: boolean;
  readonly margin: number;
}

const isKeptOut = ({ accountId }: KnownAccount, { control }: Asked): boolean =>
  control !== undefined && isHeldOut(control, accountId);

/** Velocity is unpacked only for audiences that read it. */
export const belongs = (account: KnownAccount, { audience, at }: Asked): boolean =>
  audience === null ||
  audience.holds(
    audienceSubject(account, audience.readsPurchases ? decodeVelocity(account.velocity) : null, at),
  );
