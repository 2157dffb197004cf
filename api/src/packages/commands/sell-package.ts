import type { PackageRetire, PackageSell } from '@coinwarden/contracts';
import { packageStatus } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { endAfter, fromNowOn, wrong } from '../../platform/http/moments.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { hasPriceAt, lockSale, writeSale } from '../persistence/packages.store.js';
import { ChangeCatalogue } from './change-catalogue.js';

/** Puts a package on sale and takes it off, at once or at a moment to come. */
@Injectable()
export class SellPackage {
  constructor(
    private readonly change: ChangeCatalogue,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** One that is on sale goes on as it is, with the end that is asked for. */
  sell(actor: StaffActor, packageId: string, { from, until, reason }: PackageSell): Promise<void> {
    const now = this.clock.now();
    return this.change.run(async (tx) => {
      const sale = await this.sale(tx, packageId);
      const isOnSale = packageStatus(sale, now) === 'on_sale';
      if (isOnSale && from !== undefined) throw wrong('/from', 'it is on sale already');
      const start = isOnSale ? new Date(sale.from!) : fromNowOn(from, now, '/from');
      const end = endAfter(isOnSale ? new Date(now) : start, until, '/until');
      if (!isOnSale && !(await hasPriceAt(tx, packageId, start)))
        throw new ProblemError('action.not_allowed', 'It has no price that holds when the sale begins.');
      await this.write(tx, actor, { packageId, from: start, until: end, reason, action: 'package.sold' });
    });
  }

  retire(actor: StaffActor, packageId: string, { at, reason }: PackageRetire): Promise<void> {
    const now = this.clock.now();
    return this.change.run(async (tx) => {
      const sale = await this.sale(tx, packageId);
      const status = packageStatus(sale, now);
      if (status !== 'on_sale' && status !== 'scheduled')
        throw new ProblemError('action.not_allowed', 'It is not on sale.');
      const until = fromNowOn(at, now, '/at');
      await this.write(tx, actor, {
        packageId,
        from: new Date(sale.from!),
        until,
        reason,
        action: 'package.retired',
      });
    });
  }

  private async sale(tx: Tx, packageId: string) {
    const sale = await lockSale(tx, packageId);
    if (!sale) throw new ProblemError('record.unknown');
    return sale;
  }

  private async write(
    tx: Tx,
    actor: StaffActor,
    sale: { packageId: string; from: Date; until: Date | null; reason: string; action: string },
  ): Promise<void> {
    const { packageId, from, until, reason, action } = sale;
    await writeSale(tx, { packageId, from, until });
    await this.audit.append(tx, {
      actor: { type: 'staff', id: actor.id },
      action,
      subject: { type: 'package', id: packageId },
      reason,
      details: { from: from.toISOString(), until: until?.toISOString() ?? null },
    });
  }
}
