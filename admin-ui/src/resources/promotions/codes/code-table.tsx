import type { StaffPromotionCode } from '@coinwarden/contracts';
import { Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Instant } from '../../../display/instant';
import { RecordTable } from '../../../display/record-table';
import { Tag, type Tone } from '../../../display/tag';
import { AccountLink, ShortTransactionLink } from '../../../display/text-link';
import { MONO } from '../../../theme/theme';

const TONES: Readonly<Record<StaffPromotionCode['status'], Tone>> = {
  free: 'info',
  used: 'positive',
  revoked: 'neutral',
};

interface CodeTableProps {
  codes: readonly StaffPromotionCode[];
  onRevoke?: (code: StaffPromotionCode) => void;
}

/** Codes with who used them, and for what. */
export function CodeTable({ codes, onRevoke }: CodeTableProps) {
  const translate = useTranslate();
  const words = (key: string) => translate(`promotion.code.${key}`);
  return (
    <RecordTable
      label={words('title')}
      rows={codes}
      rowKey={({ id }, index) => `${id} ${index}`}
      empty={words('none')}
      columns={[
        {
          label: words('code'),
          value: ({ id }) => (
            <Box component="code" sx={{ fontFamily: MONO, fontSize: '0.75rem' }}>
              {id}
            </Box>
          ),
        },
        {
          label: words('status'),
          value: ({ status }) => (
            <Tag tone={TONES[status]} quiet={status === 'revoked'}>
              {words(`state.${status}`)}
            </Tag>
          ),
        },
        {
          label: words('drawn'),
          foldsBelow: 640,
          value: ({ createdAt }) => <Instant value={createdAt} form="date" />,
        },
        {
          label: words('used_by'),
          foldsBelow: 480,
          value: ({ accountId }) => (accountId === null ? null : <AccountLink id={accountId} />),
        },
        {
          label: words('used_at'),
          foldsBelow: 700,
          value: ({ usedAt, transactionId }) =>
            transactionId === null ? null : (
              <>
                <Instant value={usedAt} /> <ShortTransactionLink id={transactionId} />
              </>
            ),
        },
        ...(onRevoke
          ? [
              {
                label: translate('price_point.actions'),
                value: (code: StaffPromotionCode) =>
                  code.status === 'free' ? (
                    <Button
                      size="small"
                      color="error"
                      aria-label={translate('promotion.code.revoke_one_label', { code: code.id })}
                      onClick={() => onRevoke(code)}
                    >
                      {words('revoke_one')}
                    </Button>
                  ) : null,
              },
            ]
          : []),
      ]}
    />
  );
}
