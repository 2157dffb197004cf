import type { MoneyBackPolicyKind } from '@coinwarden/domain';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tag } from '../../display/tag';
import { type PolicyChange, policyChanges } from './policy-changes';
import { partKey, useFieldLabel } from './policy-view';
import { useFieldText } from './use-field-text';

interface ChangesViewProps {
  kind: MoneyBackPolicyKind;
  before: unknown;
  after: unknown;
}

/** Every difference in one line: where, what it was, what it is. */
export function ChangesView({ kind, before, after }: ChangesViewProps) {
  const translate = useTranslate();
  const changes = policyChanges(kind, before, after);
  if (changes.length === 0) {
    return (
      <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
        {translate('policy.no_changes')}
      </Typography>
    );
  }
  return (
    <Box
      component="ul"
      sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 1.25, fontSize: '0.8125rem' }}
    >
      {changes.map((change, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: computed as a whole, never reordered
        <Box component="li" key={index}>
          <Box sx={{ color: 'var(--muted)', fontSize: '0.75rem' }}>
            {translate(`${partKey(kind, change.part)}.title`)}
            {change.row && ` › ${change.row}`}
          </Box>
          <Change change={change} />
        </Box>
      ))}
    </Box>
  );
}

const was = {
  color: 'var(--negative)',
  backgroundColor: 'var(--negative-soft)',
  textDecoration: 'line-through',
};
const is = { color: 'var(--positive)', backgroundColor: 'var(--positive-soft)', textDecoration: 'none' };
const mark = {
  padding: '0 5px',
  borderRadius: '4px',
  overflowWrap: 'anywhere',
  whiteSpace: 'pre-line',
} as const;

function Change({ change: { part, change } }: { change: PolicyChange }) {
  const translate = useTranslate();
  const label = useFieldLabel();
  const text = useFieldText();
  if (change.kind === 'value') {
    return (
      <>
        {label(change.field)}:{' '}
        <Box component="del" sx={{ ...mark, ...was }}>
          {text(change.field, change.before)}
        </Box>{' '}
        →{' '}
        <Box component="ins" sx={{ ...mark, ...is }}>
          {text(change.field, change.after)}
        </Box>
      </>
    );
  }
  if (change.kind === 'order') {
    const said = (keys: readonly string[]) =>
      keys.map((key) => (part.kind === 'steps' ? translate(`${part.words}.${key}`) : key)).join(' › ');
    return (
      <>
        {translate('policy.order')}:{' '}
        <Box component="del" sx={{ ...mark, ...was }}>
          {said(change.before)}
        </Box>{' '}
        →{' '}
        <Box component="ins" sx={{ ...mark, ...is }}>
          {said(change.after)}
        </Box>
      </>
    );
  }
  const content = part.kind === 'table' ? part.fields : [];
  return (
    <>
      <Tag tone={change.kind === 'added' ? 'positive' : 'negative'}>{translate(`policy.${change.kind}`)}</Tag>{' '}
      <Box component="span" sx={{ color: 'var(--muted)' }}>
        {content.map((field) => `${label(field)} ${text(field, change.content[field.key])}`).join(' · ')}
      </Box>
    </>
  );
}
