import type { RefundPreview, RefundPreviewRequest } from '@coinwarden/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { readJson, sendJson } from '../../providers/http';

/** What a request would come to; the last answer stays on screen while the next is asked for. */
export const useRequestPreview = (request: RefundPreviewRequest | null, keep = true) =>
  useQuery({
    queryKey: ['refunds', 'preview', request],
    queryFn: () => sendJson<RefundPreview>('POST', 'refunds/preview', request),
    enabled: request !== null,
    ...(keep && { placeholderData: keepPreviousData }),
  });

/** What an approval of this refund would book now. */
export const useRefundPreview = (refundId: string, enabled = true) =>
  useQuery({
    queryKey: ['refunds', 'preview-of', refundId],
    queryFn: ({ signal }) =>
      readJson<RefundPreview>(`refunds/${encodeURIComponent(refundId)}/preview`, signal),
    enabled,
  });
