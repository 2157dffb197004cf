import type { RefundBulkPreview, StaffRefundBulk } from '@coinwarden/contracts';
import { useState } from 'react';
import { useNotify, useRedirect } from 'react-admin';
import { fieldErrorsOf, Refusal, sendJson } from '../../providers/http';

const MOVED = 'refund.preview_changed';

/** A dry run first, then exactly that: changing anything asks for another dry run. */
export function useBulkDraft(request: object | null) {
  const [tried, setTried] = useState<{ key: string; preview: RefundBulkPreview } | null>(null);
  const [busy, setBusy] = useState<'dry' | 'submit' | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const redirect = useRedirect();
  const notify = useNotify();
  const key = JSON.stringify(request);
  const preview = tried?.key === key ? tried.preview : null;

  const asking = async (kind: 'dry' | 'submit', work: () => Promise<void>) => {
    setBusy(kind);
    setProblem(null);
    setRefusal(null);
    try {
      await work();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setRefusal(error instanceof Refusal ? error : null);
    } finally {
      setBusy(null);
    }
  };
  const tryOut = async () => {
    const answer = await sendJson<RefundBulkPreview>('POST', 'refund-bulks', { ...request, dryRun: true });
    setTried({ key, preview: answer });
  };
  return {
    preview,
    busy,
    problem,
    moved: refusal?.code === MOVED,
    fields: fieldErrorsOf(refusal),
    dryRun: () => (request === null ? undefined : asking('dry', tryOut)),
    submit: () =>
      preview === null
        ? undefined
        : asking('submit', async () => {
            try {
              const body = { ...request, previewHash: preview.hash };
              const bulk = await sendJson<StaffRefundBulk>('POST', 'refund-bulks', body);
              notify('refund_bulk.started', { type: 'success' });
              redirect(`/refund-bulks/${bulk.id}/show`);
            } catch (error) {
              // Something was refunded or spent meanwhile: look again before it is asked for again.
              if (error instanceof Refusal && error.code === MOVED) await tryOut();
              throw error;
            }
          }),
  };
}
