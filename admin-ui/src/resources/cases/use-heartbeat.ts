import type { CaseHeartbeat, StaffCaseDetail } from '@coinwarden/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { sendJson } from '../../providers/http';
import { useMay } from '../../providers/use-may';

const BEAT_MS = 15_000;

const signOf = (of: Pick<CaseHeartbeat, 'revision' | 'status' | 'claim'> | undefined) =>
  of && `${of.revision} ${of.status} ${of.claim?.by.id ?? ''}`;

/**
 * While the case is on screen: keeps its holder's lease, shows others that it is open here, and reads the case again when
 * it has moved elsewhere.
 */
export function useHeartbeat(caseId: string, shown: StaffCaseDetail | undefined, reread: () => void) {
  const works = useMay('case.work');
  const { data: beat } = useQuery({
    queryKey: ['cases', 'heartbeat', caseId],
    queryFn: () => sendJson<CaseHeartbeat>('POST', `cases/${encodeURIComponent(caseId)}/heartbeat`),
    enabled: works && shown !== undefined,
    refetchInterval: BEAT_MS,
    gcTime: 0,
  });
  const here = signOf(shown);
  const there = signOf(beat);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when either side moves, not when the function is made anew
  useEffect(() => {
    if (here && there && here !== there) reread();
  }, [here, there]);
  const current = here === there ? beat : undefined;
  return { claim: current?.claim ?? shown?.claim ?? null, presence: beat?.presence ?? shown?.presence ?? [] };
}
