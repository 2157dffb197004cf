import {
  acceptedMethods,
  type Evaluation,
  type Judged,
  type Reason,
  reasons,
  STEP_UP_HOLDS,
} from '@coinwarden/domain';

/** What has to be proved before the transaction goes through, if that is all that is missing. */
export function proofAsked({ demands }: Evaluation, judged: Judged): Reason[] {
  if (demands.stepUp === null) return [];
  const { at: now, tx } = judged;
  return [
    reasons.stepUpRequired({
      why: demands.stepUp.reasonCode,
      methods: acceptedMethods(judged.security, now),
      deviceId: tx.device?.id,
      until: now + STEP_UP_HOLDS,
    }),
  ];
}
