import type { StaffCaseMacro, StaffCasePolicy } from '@coinwarden/contracts';
import { type Measure, missingForMeasures } from '@coinwarden/domain';
import type { StaffActor } from '../../platform/access/actor.js';
import type { MacroVersion, PolicyVersion } from '../persistence/guidance.store.js';

export const policyRecord = (policy: PolicyVersion): StaffCasePolicy => ({
  id: policy.code,
  code: policy.code,
  version: policy.version,
  title: policy.title,
  guidance: policy.guidance,
  kinds: [...policy.kinds],
  verdicts: [...policy.verdicts],
  retired: policy.retired,
  createdAt: new Date(policy.createdAt).toISOString(),
  createdBy: policy.createdBy,
});

export const measuresView = (measures: readonly Measure[]): StaffCaseMacro['measures'] =>
  measures.map((measure) => ({ ...measure }));

export const macroRecordFor =
  ({ permissions }: StaffActor) =>
  (macro: MacroVersion): StaffCaseMacro => ({
    id: macro.macroId,
    version: macro.version,
    name: macro.name,
    description: macro.description,
    kinds: [...macro.kinds],
    verdict: macro.verdict,
    policy: macro.policy,
    measures: measuresView(macro.measures),
    retired: macro.retired,
    usable: missingForMeasures(macro.measures, permissions).length === 0,
    createdAt: new Date(macro.createdAt).toISOString(),
    createdBy: macro.createdBy,
  });
