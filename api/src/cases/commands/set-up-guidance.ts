import type {
  CaseMacroRequest,
  CasePolicyRequest,
  StaffCaseMacro,
  StaffCasePolicy,
} from '@coinwarden/contracts';
import { contradiction } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import {
  insertMacro,
  insertPolicy,
  lockGuidance,
  orderMacros,
  readMacros,
  readPolicies,
} from '../persistence/guidance.store.js';
import { macroRecordFor, policyRecord } from '../queries/guidance-records.js';
import { conflict, invalid } from './case-context.js';
import { expectAllOnce } from './expect-all-once.js';

/** Writes the next version of a policy text or a macro. What decisions cited before stays as it was. */
@Injectable()
export class SetUpGuidance {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  policy(staff: StaffActor, { basedOn, ...request }: CasePolicyRequest): Promise<StaffCasePolicy> {
    return this.uow.run(async (tx) => {
      await lockGuidance(tx, `policy ${request.code}`);
      const before = (await readPolicies(tx)).find(({ code }) => code === request.code);
      expectUnchanged(basedOn, before);
      if (request.retired) await refuseInUse(tx, request.code);
      const policy = { ...request, ...this.version(staff, before) };
      await insertPolicy(tx, policy);
      await this.tell(tx, staff, { type: 'case_policy', id: policy.code, version: policy.version });
      return policyRecord(policy);
    });
  }

  /** Refusals: request.invalid (a policy that is not there or not for this verdict, measures that contradict each other). */
  macro(staff: StaffActor, request: CaseMacroRequest): Promise<StaffCaseMacro> {
    const { id: macroId, basedOn, ...rest } = request;
    return this.uow.run(async (tx) => {
      await lockGuidance(tx, `macro ${macroId}`);
      // One that is offered no more may follow whatever it followed.
      if (!rest.retired) await expectPolicy(tx, rest);
      const both = contradiction(rest.measures);
      if (both) throw invalid('/measures', `holds both ${both[0]} and ${both[1]}`);
      const before = (await readMacros(tx)).find((one) => one.macroId === macroId);
      expectUnchanged(basedOn, before);
      const macro = { ...rest, macroId, ...this.version(staff, before) };
      await insertMacro(tx, macro);
      await this.tell(tx, staff, { type: 'case_macro', id: macroId, version: macro.version });
      return macroRecordFor(staff)(macro);
    });
  }

  /** Puts all macros in this order. Throws `request.invalid` unless each is named once. */
  order(staff: StaffActor, macroIds: readonly string[]): Promise<void> {
    return this.uow.run(async (tx) => {
      await lockGuidance(tx, 'macro order');
      expectAllOnce(
        macroIds,
        (await readMacros(tx)).map(({ macroId }) => macroId),
      );
      await orderMacros(tx, macroIds);
      await this.audit.append(tx, {
        actor: { type: 'staff', id: staff.id },
        action: 'case_macro.ordered',
        subject: { type: 'case_macro', id: macroIds[0]! },
        details: { ids: [...macroIds] },
      });
    });
  }

  private version(staff: StaffActor, before: { readonly version: number } | undefined) {
    return {
      version: (before?.version ?? 0) + 1,
      createdAt: this.clock.now(),
      createdBy: { id: staff.id, name: staff.name },
    };
  }

  private async tell(
    tx: Parameters<AuditLog['append']>[0],
    staff: StaffActor,
    { type, id, version }: { type: string; id: string; version: number },
  ): Promise<void> {
    await this.audit.append(tx, {
      actor: { type: 'staff', id: staff.id },
      action: `${type}.set`,
      subject: { type, id },
      details: { version },
    });
  }
}

async function expectPolicy(
  tx: Tx,
  { policy: cited, verdict }: Pick<CaseMacroRequest, 'policy' | 'verdict'>,
) {
  const policy = (await readPolicies(tx)).find(({ code, retired }) => code === cited && !retired);
  if (!policy) throw invalid('/policy', 'is no current policy');
  if (!policy.verdicts.includes(verdict)) throw invalid('/verdict', `is not one of ${policy.code}`);
}

/** Macros that follow a policy would decide nothing any more. */
async function refuseInUse(tx: Tx, policy: string) {
  const macros = (await readMacros(tx)).filter((macro) => macro.policy === policy && !macro.retired);
  if (macros.length === 0) return;
  const names = macros.map(({ name }) => name).join(', ');
  throw invalid('/retired', `macros follow it: ${names}`);
}

/** Whoever wrote on an older version has not seen what stands there now. */
function expectUnchanged(basedOn: number | undefined, before: { readonly version: number } | undefined) {
  if (basedOn !== undefined && basedOn !== (before?.version ?? 0))
    throw conflict('Somebody has written another version meanwhile.');
}
