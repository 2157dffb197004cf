import { Box, Skeleton } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { ErrorState } from '../../../display/error-state';
import { staffUrl } from '../../../providers/http';
import { PdfPage } from './pdf-page';
import { openPdf, type PdfPages } from './pdf-pages';

const A4 = Math.SQRT2;
const PAD = 12;

async function read(url: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const answer = await fetch(url, { signal, credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.arrayBuffer();
}

/** The document beside what makes it. The old pages stay until the new ones are drawn: nothing jumps while one edits. */
export default function PdfPreview({ disputeId, hash }: { disputeId: string; hash: string }) {
  const translate = useTranslate();
  const { box, width } = useWidth();
  const { data, error, refetch } = useQuery({
    queryKey: ['disputes', 'evidence', disputeId, 'pdf', hash],
    queryFn: ({ signal }) => read(staffUrl(`disputes/${encodeURIComponent(disputeId)}/evidence.pdf`), signal),
    placeholderData: (before) => before,
    gcTime: 60_000,
  });
  const { opened, failed } = useOpened(data);
  const sheet = Math.max(0, width - 2 * PAD);
  if (error ?? failed) return <ErrorState error={error ?? failed} onRetry={refetch} />;
  return (
    <Box
      ref={box}
      role="document"
      aria-label={translate('evidence.preview')}
      sx={{
        display: 'flex',
        flexDirection: 'column',
        gap: `${PAD}px`,
        padding: `${PAD}px`,
        backgroundColor: 'var(--sunken)',
        position: 'relative',
      }}
    >
      {opened === null || sheet === 0 ? (
        <Skeleton variant="rectangular" width="100%" height={Math.max(400, sheet * A4)} />
      ) : (
        opened.pages.map((page, i) => (
          <PdfPage
            key={page.pageNumber}
            page={page}
            width={sheet}
            label={translate('evidence.page', { page: i + 1, pages: opened.pages.length })}
          />
        ))
      )}
    </Box>
  );
}

function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) =>
      setWidth(Math.floor(entry?.contentRect.width ?? 0) + 2 * PAD),
    );
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return { box, width };
}

/** The latest document that could be opened; the one before it is let go when its successor is there. */
function useOpened(data: ArrayBuffer | undefined) {
  const [opened, setOpened] = useState<PdfPages | null>(null);
  const [failed, setFailed] = useState<Error | null>(null);
  useEffect(() => {
    if (!data) return;
    let current = true;
    // The worker takes the bytes away, and the cache keeps them: it gets a copy.
    setFailed(null);
    openPdf(data.slice(0)).then(
      (next) => (current ? setOpened(next) : next.close()),
      (error: Error) => current && setFailed(error),
    );
    return () => {
      current = false;
    };
  }, [data]);
  useEffect(() => () => opened?.close(), [opened]);
  return { opened, failed };
}
