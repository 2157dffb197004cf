import { TablePagination } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import { useFormat } from '../i18n/use-format';
import { EXACT_TOTAL_ROWS } from '../providers/data-provider';

const SIZES = [25, 50, 100];

/** Totals are exact up to ten thousand and an estimate beyond, and it says which; filters reach what pages do not. */
export function ListPagination() {
  const { meta, total, page, perPage, setPage, setPerPage, isPending, error } = useListContext();
  const translate = useTranslate();
  const format = useFormat();
  if (isPending || error || !total) return null;
  const whole: number = meta?.total ?? total;
  const range = whole > EXACT_TOTAL_ROWS ? 'list.range_estimated' : 'ra.navigation.page_range_info';
  return (
    <TablePagination
      component="div"
      // On a phone there is room for turning pages only.
      sx={{
        '& .MuiTablePagination-selectLabel, & .MuiTablePagination-input': {
          display: { xs: 'none', sm: 'inline-flex' },
        },
      }}
      count={total}
      page={Math.min(page - 1, Math.ceil(total / perPage) - 1)}
      rowsPerPage={perPage}
      rowsPerPageOptions={SIZES}
      onPageChange={(_, next) => setPage(next + 1)}
      onRowsPerPageChange={(event) => setPerPage(Number(event.target.value))}
      labelRowsPerPage={translate('ra.navigation.page_rows_per_page')}
      labelDisplayedRows={({ from, to }) =>
        translate(range, {
          offsetBegin: format.number(from),
          offsetEnd: format.number(to),
          total: format.number(whole),
        })
      }
      getItemAriaLabel={(type) => translate(`ra.navigation.${type}`)}
    />
  );
}
