import type { StaffPricePoint } from '@coinwarden/contracts';
import ExpandMore from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, TablePagination, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { ChangedBy } from '../../display/changed-by';
import { ErrorState } from '../../display/error-state';
import { Instant } from '../../display/instant';
import { PageLoading } from '../../display/page-loading';
import { RecordTable } from '../../display/record-table';
import { TwoLines } from '../../display/two-lines';
import { useFormat } from '../../i18n/use-format';
import { usePriceColumns } from './price-columns';

const PER_PAGE = 50;

/** Every price there ever was, who set it and why, and who ended it; folded until somebody asks. */
export function PriceHistory({ packageId }: { packageId: string }) {
  const [open, setOpen] = useState(false);
  const translate = useTranslate();
  return (
    <Accordion
      disableGutters
      variant="outlined"
      expanded={open}
      onChange={(_, expanded) => setOpen(expanded)}
      sx={{ borderRadius: '10px', minWidth: 0 }}
    >
      <AccordionSummary expandIcon={<ExpandMore />}>
        <Typography variant="h2" component="h2">
          {translate('price_history.title')}
        </Typography>
      </AccordionSummary>
      <AccordionDetails sx={{ padding: 0, overflowX: 'auto' }}>
        {open && <History packageId={packageId} />}
      </AccordionDetails>
    </Accordion>
  );
}

function History({ packageId }: { packageId: string }) {
  const [page, setPage] = useState(0);
  const translate = useTranslate();
  const format = useFormat();
  const columns = usePriceColumns();
  const { data, total, error, isPending, refetch } = useGetList<StaffPricePoint>('price-points', {
    filter: { packageId },
    sort: { field: 'validFrom', order: 'DESC' },
    pagination: { page: page + 1, perPage: PER_PAGE },
  });
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending) return <PageLoading />;
  return (
    <>
      <RecordTable
        label={translate('price_history.title')}
        rows={data}
        rowKey={({ id }) => id}
        empty={translate('package.no_prices')}
        columns={[
          columns.place,
          {
            label: translate('resources.price-points.fields.version'),
            numeric: true,
            foldsBelow: 560,
            value: ({ version }) => format.number(version),
          },
          columns.price,
          columns.state,
          { ...columns.from, value: (p) => <Instant value={p.validFrom} form="date" /> },
          {
            ...columns.until,
            foldsBelow: 820,
            value: (p) => (p.validUntil === null ? null : <Instant value={p.validUntil} form="date" />),
          },
          {
            label: translate('price_history.set'),
            foldsBelow: 820,
            value: (p) => <ChangedBy by={p.createdBy} at={p.createdAt} why={p.reason} />,
          },
          {
            label: translate('price_history.ended'),
            foldsBelow: 940,
            value: (p) => (p.endedBy === null ? null : <TwoLines below={p.endReason}>{p.endedBy}</TwoLines>),
          },
        ]}
      />
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
    </>
  );
}
