import { Box } from '@mui/material';
import { Children, isValidElement, type ReactElement, type ReactNode } from 'react';
import {
  DataTable,
  type DataTableColumnProps,
  type DataTableProps,
  FieldTitle,
  type RaRecord,
  useResourceContext,
  useTranslate,
} from 'react-admin';
import { EmptyState } from '../display/empty-state';
import { FoldedRow, FoldedValue, type MayFold, useFolding } from '../display/folding';

type Column<Row extends RaRecord> = DataTableColumnProps<Row> & MayFold;

/** The rows of a list. Columns that fold stand under the first one where the list has no room for them. */
export function ListTable<Row extends RaRecord>({ children, ...rest }: DataTableProps<Row>) {
  const columns = Children.toArray(children)
    .filter(isColumn<Row>)
    .map(({ key, props }) => ({ ...props, key }));
  const { room, open, folded } = useFolding(columns);
  return (
    <Box ref={room}>
      <DataTable<Row> bulkActionButtons={false} empty={<NothingFound />} {...rest}>
        {open.map(({ key, foldsBelow: _, ...column }, place) => (
          <DataTable.Col<Row>
            key={key}
            {...column}
            {...(place === 0 &&
              folded.length > 0 && {
                render: (row: Row) => <First row={row} column={column} folded={folded} />,
              })}
          />
        ))}
      </DataTable>
    </Box>
  );
}

/** What react-admin's columns take, and where they fold. Drawn by the table above, which reads them. */
ListTable.Col = DataTable.Col as <Row extends RaRecord>(props: Column<Row>) => ReactNode;

const isColumn = <Row extends RaRecord>(child: ReactNode): child is ReactElement<Column<Row>> =>
  isValidElement(child);

const shown = <Row extends RaRecord>(row: Row, { render, source }: Column<Row>): ReactNode =>
  render ? render(row) : row[source!];

interface FirstProps<Row extends RaRecord> {
  row: Row;
  column: Column<Row>;
  folded: readonly Column<Row>[];
}

/** The first value of a row, and under it those that fold. */
function First<Row extends RaRecord>({ row, column, folded }: FirstProps<Row>) {
  const resource = useResourceContext();
  return (
    <>
      {shown(row, column)}
      <FoldedRow>
        {folded.map((one) => (
          <FoldedValue
            key={one.source}
            label={<FieldTitle label={one.label} source={one.source} resource={resource} />}
          >
            {shown(row, one)}
          </FoldedValue>
        ))}
      </FoldedRow>
    </>
  );
}

/** What a table shows when the filters leave nothing. */
function NothingFound() {
  const translate = useTranslate();
  return <EmptyState title={translate('empty.filtered.title')} hint={translate('empty.filtered.hint')} />;
}
