import type { StaffCaseDetail } from '@coinwarden/contracts';
import { useState } from 'react';
import { useAct } from '../../actions/use-act';
import type { WriteOptions } from '../../actions/use-write';

interface ActAsSeenOptions extends WriteOptions<unknown> {
  of: StaffCaseDetail;
  reread: () => void;
}

/**
 * Acts on the case as it was on screen. When something happened to it meanwhile nothing is done: `seen` is what was on
 * screen then, so that the dialog can say what is new, and asked again it counts on that.
 */
export function useActAsSeen({ of, reread, ...options }: ActAsSeenOptions) {
  const [shown, setShown] = useState(of);
  const { act, busy, problem, refusal } = useAct(options);
  const changed = refusal?.code === 'case.changed';
  const actAsSeen = async (action: string, body: object) => {
    const now = changed ? of : shown;
    setShown(now);
    await act({ resource: 'cases', id: of.id, action }, { ...body, revision: now.revision });
    reread();
  };
  return { act: actAsSeen, busy, problem: changed ? null : problem, seen: changed ? shown : null };
}
