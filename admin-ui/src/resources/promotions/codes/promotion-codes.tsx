import type { StaffPromotion, StaffPromotionCode } from '@coinwarden/contracts';
import { PROMOTION_CODE_STATUSES } from '@coinwarden/contracts';
import { Box, Button, MenuItem, TablePagination, TextField } from '@mui/material';
import { useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { ErrorState } from '../../../display/error-state';
import { PageLoading } from '../../../display/page-loading';
import { Section } from '../../../display/section';
import { useFormat } from '../../../i18n/use-format';
import { useMay } from '../../../providers/use-may';
import { AddCodes } from './add-codes';
import { CodeTable } from './code-table';
import { RevokeCodes } from './revoke-codes';
import { useCodeCounts } from './use-code-counts';

const PER_PAGE = 25;
type Asked = 'add' | 'revoke' | StaffPromotionCode;

/** The codes that work once: how many there are of each kind, the list, more of them, and taking them back. */
export function PromotionCodes({ promotion }: { promotion: StaffPromotion }) {
  const [status, setStatus] = useState('');
  const [page, setPage] = useState(0);
  const [asked, setAsked] = useState<Asked | null>(null);
  const translate = useTranslate();
  const format = useFormat();
  const may = useMay('catalogue.write');
  const counts = useCodeCounts(promotion.id);
  const { data, total, error, isPending, refetch } = useGetList<StaffPromotionCode>('promotion-codes', {
    filter: { promotionId: promotion.id, ...(status !== '' && { status }) },
    sort: { field: 'createdAt', order: 'DESC' },
    pagination: { page: page + 1, perPage: PER_PAGE },
  });
  const close = () => setAsked(null);
  const said = PROMOTION_CODE_STATUSES.map((one) =>
    translate(`promotion.code.count.${one}`, { count: format.number(counts[one] ?? 0) }),
  ).join(' · ');
  return (
    <Section
      title={translate('promotion.code.title')}
      hint={said}
      flush
      action={
        <Box sx={{ display: 'flex', gap: 1 }}>
          {may && (counts.free ?? 0) > 0 && (
            <Button color="error" onClick={() => setAsked('revoke')}>
              {translate('promotion.code.revoke_all')}
            </Button>
          )}
          {promotion.allowedActions.includes('add_codes') && (
            <Button variant="contained" onClick={() => setAsked('add')}>
              {translate('promotion.code.add')}
            </Button>
          )}
        </Box>
      }
    >
      <Box sx={{ padding: '8px 16px' }}>
        <TextField
          select
          label={translate('promotion.code.status')}
          value={status}
          onChange={({ target }) => {
            setStatus(target.value);
            setPage(0);
          }}
          sx={{ minWidth: 140 }}
        >
          <MenuItem value="">{translate('list.any')}</MenuItem>
          {PROMOTION_CODE_STATUSES.map((one) => (
            <MenuItem key={one} value={one}>
              {translate(`promotion.code.state.${one}`)}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {isPending && <PageLoading />}
      {data && <CodeTable codes={data} {...(may && { onRevoke: setAsked })} />}
      {total !== undefined && total > PER_PAGE && (
        <TablePagination
          component="div"
          count={total}
          page={page}
          rowsPerPage={PER_PAGE}
          rowsPerPageOptions={[PER_PAGE]}
          onPageChange={(_, next) => setPage(next)}
          labelDisplayedRows={({ from, to }) =>
            translate('ra.navigation.page_range_info', {
              offsetBegin: format.number(from),
              offsetEnd: format.number(to),
              total: format.number(total),
            })
          }
          getItemAriaLabel={(type) => translate(`ra.navigation.${type}`)}
        />
      )}
      {asked === 'add' && <AddCodes promotion={promotion} onClose={close} />}
      {asked !== null && asked !== 'add' && (
        <RevokeCodes
          promotion={promotion}
          code={asked === 'revoke' ? null : asked.id}
          free={counts.free ?? 0}
          onClose={close}
        />
      )}
    </Section>
  );
}
