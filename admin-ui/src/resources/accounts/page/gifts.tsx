import type { TransactionSummary } from '@coinwarden/contracts';
import { ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Coins } from '../../../display/amounts';
import { Instant } from '../../../display/instant';
import { LoadOlder } from '../../../display/load-older';
import { RecordPane } from '../../../display/record-pane';
import type { Column } from '../../../display/record-table';
import { AccountLink, TransactionLink } from '../../../display/text-link';
import { StatusTag } from '../../../display/words';
import { useMay } from '../../../providers/use-may';
import { useOlder } from '../../../providers/use-older';

const DIRECTIONS = ['sent', 'received'] as const;
type Direction = (typeof DIRECTIONS)[number];
const ROWS = 20;

interface GiftsProps {
  accountId: string;
  /** What came in tells more of a creator. */
  creator: boolean;
}

/** Gifts with who is on the other side, as far back as they go, also for somebody who is sent thousands a day. */
export const Gifts = (props: GiftsProps) => (useMay('transaction.read') ? <GiftList {...props} /> : null);

function GiftList({ accountId, creator }: GiftsProps) {
  const translate = useTranslate();
  const [direction, setDirection] = useState<Direction>(creator ? 'received' : 'sent');
  const list = useOlder<TransactionSummary>({
    key: ['accounts', 'gifts', accountId],
    path: `accounts/${encodeURIComponent(accountId)}/gifts`,
    query: { direction, limit: ROWS },
  });
  const label = (name: string) => translate(`account_page.gift.${name}`);
  const columns: Column<TransactionSummary>[] = [
    {
      label: label('at'),
      value: (gift) => (
        <TransactionLink id={gift.transactionId}>
          <Instant value={gift.decidedAt} />
        </TransactionLink>
      ),
    },
    direction === 'sent'
      ? {
          label: label('recipient'),
          value: ({ counterpartyId }) => (counterpartyId ? <AccountLink id={counterpartyId} /> : '–'),
        }
      : { label: label('sender'), value: (gift) => <AccountLink id={gift.accountId} /> },
    { label: label('coins'), numeric: true, value: (gift) => <Coins value={gift.coins} /> },
    { label: label('status'), foldsBelow: 480, value: (gift) => <StatusTag value={gift.status} /> },
  ];
  return (
    <RecordPane
      title={label('title')}
      asked={list}
      columns={columns}
      rowKey={({ transactionId }) => transactionId}
      empty={label(`none_${direction}`)}
      action={
        <ToggleButtonGroup
          size="small"
          exclusive
          value={direction}
          onChange={(_, next: Direction | null) => next && setDirection(next)}
          aria-label={label('title')}
        >
          {DIRECTIONS.map((one) => (
            <ToggleButton key={one} value={one}>
              {label(one)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      }
    >
      <LoadOlder {...list} />
    </RecordPane>
  );
}
