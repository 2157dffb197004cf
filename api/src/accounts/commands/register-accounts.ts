import { MINUTE } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type FieldError, ProblemError } from '../../platform/http/problem-error.js';
import { type Registration, upsertAccounts } from '../persistence/account-registration.store.js';
import { type AccountRecord, readAccounts } from '../persistence/accounts.store.js';

/** Clocks of two machines differ a little; an account from further ahead than this is a mistake. */
const CLOCK_SKEW = 5 * MINUTE;

/**
 * Tells Coinwarden about accounts: new ones get their wallet in the same transaction, known ones are brought up to date.
 * Refusals, in this order: request.invalid (created in the future, its own guardian), account.closed.
 */
@Injectable()
export class RegisterAccounts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async one(registration: Registration): Promise<AccountRecord> {
    const [account] = await this.many([registration]);
    return account!;
  }

  /** All or none; each id at most once. Answers them in the order they came. */
  many(registrations: readonly Registration[]): Promise<AccountRecord[]> {
    const now = this.clock.now();
    const errors = registrations.flatMap((r) => mistakes(r, now));
    if (errors.length > 0)
      throw new ProblemError('request.invalid', 'The account cannot be like this.', errors);
    return this.uow.run(async (tx) => {
      await upsertAccounts(tx, registrations, now);
      const accounts = await readAccounts(
        tx,
        registrations.map((r) => r.accountId),
      );
      return registrations.map(({ accountId }) => {
        const account = accounts.get(accountId)!;
        if (account.status === 'closed')
          throw new ProblemError('account.closed', `The account ${accountId} is closed.`);
        return account;
      });
    });
  }
}

function mistakes(registration: Registration, now: number): FieldError[] {
  const { accountId, createdAt, guardianAccountId } = registration;
  const errors: FieldError[] = [];
  if (Date.parse(createdAt) > now + CLOCK_SKEW)
    errors.push({ pointer: '/createdAt', detail: 'must not be in the future' });
  if (guardianAccountId === accountId)
    errors.push({ pointer: '/guardianAccountId', detail: 'must be another account' });
  return errors;
}
