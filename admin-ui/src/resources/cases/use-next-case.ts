import type { StaffCaseDetail } from '@coinwarden/contracts';
import { useState } from 'react';
import { useNotify, useRedirect } from 'react-admin';
import { sendJson } from '../../providers/http';

/** Pulls the most urgent case that nobody has from a queue and opens it; says so when none waits. */
export function useNextCase() {
  const [busy, setBusy] = useState(false);
  const redirect = useRedirect();
  const notify = useNotify();
  const pull = async (queueId: string) => {
    setBusy(true);
    try {
      const path = `queues/${encodeURIComponent(queueId)}/next`;
      // 204 when nothing waits.
      const next = await sendJson<StaffCaseDetail | undefined>('POST', path);
      if (next) redirect(`/cases/${next.id}/show`);
      else {
        notify('case_queue.none_waiting', { type: 'info' });
        redirect('/queues');
      }
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  return { pull, busy };
}
