import type { MoneyBackPolicyKind } from '@coinwarden/domain';
import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Facts } from '../../display/facts';
import { Section } from '../../display/section';
import { useRefundWords } from '../refunds/use-refund-words';
import { valueAt } from './at-path';
import { PolicyLayout } from './policy-layout';
import type { Field, Part, Row } from './policy-parts';
import { useFieldText } from './use-field-text';

/** A policy in plain tables, part by part. */
export function PolicyView({ kind, policy }: { kind: MoneyBackPolicyKind; policy: unknown }) {
  return (
    <PolicyLayout kind={kind}>
      {(part) => <PartView kind={kind} part={part} value={valueAt(policy, part.path)} />}
    </PolicyLayout>
  );
}

export const partKey = (kind: MoneyBackPolicyKind, part: Part): string =>
  `policy.part.${kind}.${part.path === '' ? 'general' : part.path.replaceAll('.', '_')}`;

function PartView({ kind, part, value }: { kind: MoneyBackPolicyKind; part: Part; value: unknown }) {
  const translate = useTranslate();
  const title = translate(`${partKey(kind, part)}.title`);
  const hint = translate(`${partKey(kind, part)}.hint`, { _: '' });
  const flush = part.kind === 'table';
  return (
    <Section title={title} {...(hint !== '' && { hint })} flush={flush}>
      {part.kind === 'fields' && <FieldsView fields={part.fields} value={value} />}
      {part.kind === 'steps' && <StepsView words={part.words} value={value} />}
      {part.kind === 'table' && <RowsView part={part} rows={Array.isArray(value) ? (value as Row[]) : []} />}
    </Section>
  );
}

function FieldsView({ fields, value }: { fields: readonly Field[]; value: unknown }) {
  const text = useFieldText();
  const label = useFieldLabel();
  const words = useRefundWords();
  const said = (field: Field): ReturnType<typeof text> => {
    const plain = text(field, valueAt(value, field.key));
    return field.key === 'why' ? words.whyText({ rowId: null, why: plain }) : plain;
  };
  return <Facts items={fields.map((field) => [label(field), said(field)])} />;
}

function StepsView({ words, value }: { words: string; value: unknown }) {
  const translate = useTranslate();
  return (
    <Box
      component="ol"
      sx={{ margin: 0, paddingInlineStart: 2.5, display: 'grid', gap: '4px', fontSize: '0.8125rem' }}
    >
      {(Array.isArray(value) ? value : []).map((step) => (
        <li key={String(step)}>{translate(`${words}.${step}`)}</li>
      ))}
    </Box>
  );
}

function RowsView({ part, rows }: { part: Extract<Part, { kind: 'table' }>; rows: readonly Row[] }) {
  const translate = useTranslate();
  const label = useFieldLabel();
  const text = useFieldText();
  const words = useRefundWords();
  /** Sentences that came with the product are said in the reader's language. */
  const said = (field: Field, row: Row): string => {
    const plain = text(field, row[field.key]);
    if (field.key === 'why') return words.whyText({ rowId: String(row['rowId']), why: plain });
    return field.key === 'label' ? words.labelText(String(row['code']), plain) : plain;
  };
  if (rows.length === 0) {
    return (
      <Typography variant="body2" sx={{ color: 'var(--muted)', padding: '4px 16px 14px' }}>
        {translate('policy.no_rows')}
      </Typography>
    );
  }
  return (
    <Table size="small" sx={{ '& th': { whiteSpace: 'normal', verticalAlign: 'bottom' } }}>
      <TableHead>
        <TableRow>
          {part.ordered && <TableCell sx={{ width: 28 }}>#</TableCell>}
          {part.fields.map((field) => (
            <TableCell key={field.key} align={isNumber(field) ? 'right' : 'left'}>
              {label(field)}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row, index) => (
          <TableRow key={part.identity(row)}>
            {part.ordered && <TableCell sx={{ color: 'var(--muted)' }}>{index + 1}</TableCell>}
            {part.fields.map((field) => (
              <TableCell
                key={field.key}
                align={isNumber(field) ? 'right' : 'left'}
                sx={{
                  ...(row[field.key] === null && { color: 'var(--muted)' }),
                  ...(field.type === 'lines' && { whiteSpace: 'pre-line' }),
                  ...(field.wide && { minWidth: 160 }),
                }}
              >
                {said(field, row)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

const NUMBERS: readonly Field['type'][] = ['usd', 'count', 'coins', 'days', 'hours', 'percent', 'permille'];
const isNumber = ({ type }: Field): boolean => NUMBERS.includes(type);

export function useFieldLabel() {
  const translate = useTranslate();
  return ({ key }: Pick<Field, 'key'>): string => translate(`policy.field.${key}`, { _: key });
}
