import type { StaffTransaction } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Values } from '../../display/values';

type Reason = StaffTransaction['reasons'][number];

/** A reason in the reader's language; one the catalogue does not know yet keeps the words it came with. */
export function useReasonText() {
  const translate = useTranslate();
  return (reason: Pick<Reason, 'code'> & { message?: string }) =>
    translate(`reason.${reason.code}`, { _: reason.message ?? reason.code });
}

/** The first reason on one line, and how many more there are. */
export function TopReason({ reasons }: { reasons: readonly Reason[] }) {
  const text = useReasonText();
  const [first, ...more] = reasons;
  if (!first) return <>–</>;
  return (
    <Box
      component="span"
      title={text(first)}
      sx={{
        display: 'block',
        maxWidth: 250,
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
        color: 'var(--muted)',
      }}
    >
      {text(first)}
      {more.length > 0 && ` +${more.length}`}
    </Box>
  );
}

interface ReasonListProps {
  reasons: readonly Reason[];
  /** The rules that fired tell the values they read themselves; once is enough. */
  told: readonly { readonly values: Reason['values'] }[];
}

export function ReasonList({ reasons, told }: ReasonListProps) {
  const text = useReasonText();
  const toldValues = new Set(told.map(({ values }) => JSON.stringify(values)));
  return (
    <Box component="ol" sx={{ margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: 1.5 }}>
      {reasons.map((reason, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the reasons of a decision never change or move
        <li key={index}>
          <Typography sx={{ fontWeight: 550 }}>{text(reason)}</Typography>
          <Typography variant="caption" component="code" sx={{ color: 'var(--muted)' }}>
            {reason.code}
          </Typography>
          {!toldValues.has(JSON.stringify(reason.values)) && <Values values={reason.values} />}
        </li>
      ))}
    </Box>
  );
}
