import type { RingFinding } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Coins } from '../../display/amounts';
import { Instant } from '../../display/instant';
import { RecordTable } from '../../display/record-table';
import { AccountLink, TransactionLink } from '../../display/text-link';
import { ScoreTag } from './ring-words';

/** One thing that was found: said in a sentence, shown by its transfers. */
export function FindingView({ finding }: { finding: RingFinding }) {
  const translate = useTranslate();
  const label = (name: string) => translate(`graph.column.${name}`);
  const { kind, score, transfers } = finding;
  return (
    <Box component="article" sx={{ borderTop: '1px solid var(--border)', paddingTop: 1.25, marginTop: 1.25 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        <Typography variant="body1" component="h3" sx={{ fontWeight: 600, flex: 1 }}>
          {translate(`finding_kind.${kind}`)}
        </Typography>
        <ScoreTag value={score} />
      </Box>
      <FindingSentence finding={finding} />
      <Box sx={{ marginX: -2, overflowX: 'auto' }}>
        <RecordTable
          label={translate('ring.transfers')}
          empty={translate('graph.none')}
          rows={transfers}
          rowKey={(transfer) => transfer.transactionId}
          columns={[
            { label: label('from'), value: (t) => <AccountLink id={t.from} /> },
            {
              label: label('to'),
              value: (t) => (t.to ? <AccountLink id={t.to} /> : translate('ring.taken_out')),
            },
            { label: label('coins'), numeric: true, value: (t) => <Coins value={t.coins} /> },
            {
              label: label('when'),
              value: (t) => (
                <TransactionLink id={t.transactionId}>
                  <Instant value={t.at} />
                </TransactionLink>
              ),
            },
          ]}
        />
      </Box>
    </Box>
  );
}

function FindingSentence({ finding: { kind, values } }: { finding: RingFinding }) {
  const translate = useTranslate();
  const gathering = kind === 'funnel' || kind === 'fan_out';
  const key = gathering ? `${kind}_${values['sign']}` : kind;
  const shared = values['sharedType'];
  return (
    <Typography variant="body2" sx={{ color: 'var(--muted)', marginY: 0.5 }}>
      {translate(`finding.${key}`, {
        ...values,
        shared: shared ? translate(`finding_shared.${shared}`) : '',
      })}
    </Typography>
  );
}
