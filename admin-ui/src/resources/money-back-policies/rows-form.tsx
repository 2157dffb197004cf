import AddOutlined from '@mui/icons-material/AddOutlined';
import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import { Box, Button, IconButton, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { Fragment, type ReactNode, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { FieldInput } from './field-input';
import type { Field, Part, Row } from './policy-parts';
import { useFieldLabel } from './policy-view';

interface RowsFormProps {
  part: Extract<Part, { kind: 'table' }>;
  rows: readonly Row[];
  errorAt: (path: string) => string | undefined;
  onChange: (rows: readonly Row[]) => void;
}

/** With more fields than this, sentences stand below the others, as wide as the row. */
const MOST_COLUMNS = 6;

/** What is done with a row stays in view while its fields scroll sideways. */
const AT_HAND = {
  position: 'sticky',
  insetInlineEnd: 0,
  backgroundColor: 'var(--surface)',
  borderInlineStart: '1px solid var(--border)',
} as const;

/** The rows of a policy to change, add, take away and, where their order decides, to move. */
export function RowsForm({ part, rows, errorAt, onChange }: RowsFormProps) {
  const translate = useTranslate();
  const label = useFieldLabel();
  const keys = useRowKeys(rows.length);
  const crowded = part.fields.length > MOST_COLUMNS;
  const [beside, below] = [
    part.fields.filter((f) => !crowded || !f.wide),
    part.fields.filter((f) => crowded && f.wide),
  ];
  const move = (from: number, to: number) => {
    keys.move(from, to);
    onChange(moved(rows, from, to));
  };
  const inputOf = (row: Row, index: number, field: Field) => ({
    field,
    label: `${label(field)} ${index + 1}`,
    value: row[field.key],
    error: errorAt(`${part.path}.${index}.${field.key}`),
    onChange: (value: unknown) => onChange(rows.with(index, { ...row, [field.key]: value })),
  });
  return (
    <>
      <Table size="small" sx={{ '& td': { verticalAlign: 'top', paddingInline: '6px' } }}>
        <TableHead>
          <TableRow>
            {beside.map((field) => (
              <TableCell key={field.key}>{label(field)}</TableCell>
            ))}
            <TableCell sx={{ ...AT_HAND, borderInlineStart: 0 }} />
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row, index) => (
            <Fragment key={keys.of(index)}>
              <TableRow data-testid="policy-row" sx={below.length > 0 ? { '& td': { borderBottom: 0 } } : {}}>
                {beside.map((field) => (
                  <TableCell key={field.key}>
                    <FieldInput bare {...inputOf(row, index, field)} />
                  </TableCell>
                ))}
                <TableCell sx={{ ...AT_HAND, whiteSpace: 'nowrap' }}>
                  {part.ordered && (
                    <>
                      <RowButton
                        label={translate('policy.up')}
                        disabled={index === 0}
                        onClick={() => move(index, index - 1)}
                      >
                        <ArrowUpward fontSize="inherit" />
                      </RowButton>
                      <RowButton
                        label={translate('policy.down')}
                        disabled={index === rows.length - 1}
                        onClick={() => move(index, index + 1)}
                      >
                        <ArrowDownward fontSize="inherit" />
                      </RowButton>
                    </>
                  )}
                  <RowButton
                    label={translate('policy.remove')}
                    onClick={() => {
                      keys.remove(index);
                      onChange(rows.toSpliced(index, 1));
                    }}
                  >
                    <DeleteOutlined fontSize="inherit" />
                  </RowButton>
                </TableCell>
              </TableRow>
              {below.length > 0 && (
                <TableRow>
                  <TableCell colSpan={beside.length + 1}>
                    <Box sx={{ display: 'grid', gap: 1.5, paddingBottom: 1 }}>
                      {below.map((field) => (
                        <FieldInput key={field.key} caption={label(field)} {...inputOf(row, index, field)} />
                      ))}
                    </Box>
                  </TableCell>
                </TableRow>
              )}
            </Fragment>
          ))}
        </TableBody>
      </Table>
      <Box sx={{ padding: '8px 16px 12px' }}>
        <Button startIcon={<AddOutlined />} onClick={() => onChange([...rows, part.blank])}>
          {translate('policy.add_row')}
        </Button>
      </Box>
    </>
  );
}

const moved = <Item,>(items: readonly Item[], from: number, to: number): Item[] => {
  const item = items[from];
  return item === undefined ? [...items] : items.toSpliced(from, 1).toSpliced(to, 0, item);
};

/** Rows have no name of their own while they are typed; each keeps its fields when another is moved or taken away. */
function useRowKeys(count: number) {
  const keys = useRef<number[]>([]);
  const next = useRef(0);
  while (keys.current.length < count) keys.current.push(next.current++);
  return {
    of: (index: number) => keys.current[index],
    move: (from: number, to: number) => {
      keys.current = moved(keys.current, from, to);
    },
    remove: (index: number) => {
      keys.current = keys.current.toSpliced(index, 1);
    },
  };
}

interface RowButtonProps {
  label: string;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}

const RowButton = ({ label, disabled = false, onClick, children }: RowButtonProps) => (
  <IconButton
    size="small"
    aria-label={label}
    title={label}
    disabled={disabled}
    onClick={onClick}
    sx={{ fontSize: 18 }}
  >
    {children}
  </IconButton>
);
