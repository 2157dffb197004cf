import type { TransactionProvenance as Answer, StaffTransactionDetail } from '@coinwarden/contracts';
import { Box, Skeleton, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { Section } from '../../display/section';
import { readJson } from '../../providers/http';
import { BackwardView } from './backward-view';
import { ForwardView } from './forward-view';
import { LotsTable } from './lots-table';

const WAYS = ['backward', 'forward'] as const;
type Way = (typeof WAYS)[number];

/** Where the coins came from and where they went: the transaction's own lots, the picture, and the figures beneath. */
export function TransactionProvenance({ transaction }: { transaction: StaffTransactionDetail }) {
  const { id, provenance: uses, status } = transaction;
  const translate = useTranslate();
  // What waits for a withdrawal is no lot yet, but what it would take can be foreseen.
  const moves = uses.length > 0 || status === 'held';
  const [chosen, choose] = useState<Way>('backward');
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['transactions', 'provenance', id],
    queryFn: ({ signal }) =>
      readJson<Answer>(`transactions/${encodeURIComponent(id)}/provenance?limit=50`, signal),
    enabled: moves,
  });
  const open = WAYS.filter((way) => data?.[way]);
  const way = open.includes(chosen) ? chosen : open[0];
  const switcher = open.length > 1 && (
    <ToggleButtonGroup
      size="small"
      exclusive
      value={way}
      onChange={(_, next: Way | null) => next && choose(next)}
      aria-label={translate('provenance.way')}
    >
      {open.map((one) => (
        <ToggleButton key={one} value={one}>
          {translate(`provenance.${one}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
  return (
    <Section title={translate('provenance.title')} hint={translate('provenance.hint')} action={switcher}>
      {(uses.length > 0 || !moves) && <LotsTable uses={uses} />}
      {moves && (
        <Box sx={{ marginTop: 1.5 }}>
          {error ? (
            <ErrorState error={error} onRetry={refetch} />
          ) : isPending ? (
            <Skeleton variant="rounded" height={260} />
          ) : (
            <Flow answer={data} way={way} />
          )}
        </Box>
      )}
    </Section>
  );
}

function Flow({ answer, way }: { answer: Answer; way: Way | undefined }) {
  const translate = useTranslate();
  if (way === 'forward' && answer.forward) return <ForwardView forward={answer.forward} kind={answer.kind} />;
  if (way === 'backward' && answer.backward) {
    return <BackwardView backward={answer.backward} label={translate(`kind.${answer.kind}`)} />;
  }
  return null;
}
