import type { StaffDispute } from '@coinwarden/contracts';
import { Box, Tooltip } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tag, type Tone } from '../../display/tag';
import { useNow } from '../../display/use-now';
import { useFormat } from '../../i18n/use-format';

const TONES: Partial<Record<NonNullable<StaffDispute['deadline']>, Tone>> = {
  overdue: 'negative',
  at_risk: 'caution',
};

type Told = Pick<StaffDispute, 'dueAt' | 'dueFrom' | 'deadline' | 'status' | 'answeredAt'>;

/** Until when it has to be answered and how long that is; the exact moment, and whose it is, on demand. */
export function Deadline({ dispute }: { dispute: Told }) {
  const translate = useTranslate();
  const format = useFormat();
  const now = useNow();
  const { dueAt, dueFrom, deadline, status, answeredAt } = dispute;
  if (!dueAt && status === 'under_review' && answeredAt)
    return <>{translate('dispute.answered', { when: format.fromNow(answeredAt, now) })}</>;
  if (!dueAt || deadline === null) return <>–</>;
  const when = format.fromNow(dueAt, now);
  const passed = Date.parse(dueAt) < now;
  const text =
    deadline === 'waiting'
      ? translate('dispute.with_bank')
      : translate(passed ? 'dispute.was_due' : 'dispute.due', { when });
  const from = dueFrom ? translate(`dispute.due_from.${dueFrom}`) : '';
  const tone = passed && deadline !== 'waiting' ? 'negative' : TONES[deadline];
  return (
    <Tooltip title={`${format.timeWithOffset(dueAt)}${from && ` · ${from}`}`}>
      <Box component="time" dateTime={dueAt} sx={{ whiteSpace: 'nowrap' }}>
        {tone ? <Tag tone={tone}>{text}</Tag> : text}
      </Box>
    </Tooltip>
  );
}
