import { type PromotionContents, type PromotionHistory, promotionContents } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../../i18n/use-format';
import { CONTENTS_FIELDS, useContentsText } from '../use-contents-facts';

type Entry = PromotionHistory[number];

interface HistoryDetailsProps {
  entry: Entry;
  /** What happened before, newest first. */
  before: readonly Entry[];
}

/** What was written with an entry; null where it wrote nothing, or not all of it. */
function contentsOf({ details }: Entry): PromotionContents | null {
  const { revision: _, ...contents } = details;
  return promotionContents.safeParse(contents).data ?? null;
}

/** The window a move left it in. */
const movedWindow = ({ action, details }: Entry) =>
  action === 'moved'
    ? { startsLocal: String(details['startsLocal']), endsLocal: String(details['endsLocal']) }
    : null;

/** What stood there before an entry, the moves that came after it was written included. */
function standingBefore(before: readonly Entry[]): PromotionContents | null {
  const window = before.map(movedWindow);
  const place = before.findIndex((entry) => contentsOf(entry) !== null);
  const written = place < 0 ? null : contentsOf(before[place]!);
  const moved = window.slice(0, place).find((one) => one !== null);
  return written && { ...written, ...moved };
}

export function HistoryDetails({ entry, before }: HistoryDetailsProps) {
  const translate = useTranslate();
  const format = useFormat();
  const text = useContentsText();
  const { action, details } = entry;
  const count = (name: string) => format.number(Number(details[name] ?? 0));
  const lines: string[] = [];
  const window = movedWindow(entry);
  if (window)
    lines.push(
      translate('promotion.event_details.moved', {
        smart_count: Math.abs(Number(details['days'])),
        days: format.number(Number(details['days'])),
        from: window.startsLocal.replace('T', ' '),
        until: window.endsLocal.replace('T', ' '),
      }),
    );
  if (action === 'codes_added')
    lines.push(translate('promotion.event_details.codes', { count: count('count') }));
  if (action === 'codes_revoked')
    lines.push(translate('promotion.event_details.codes', { count: count('revoked') }));
  const now = action === 'edited' ? contentsOf(entry) : null;
  const then = now && standingBefore(before);
  if (now && then)
    for (const field of CONTENTS_FIELDS)
      if (JSON.stringify(now[field]) !== JSON.stringify(then[field]))
        lines.push(
          translate('promotion.event_details.changed', {
            field: translate(`promotion.field.${field}`),
            before: text(field, then),
            after: text(field, now),
          }),
        );
  return (
    <>
      {lines.map((line) => (
        <Box key={line} sx={{ color: 'var(--muted)', overflowWrap: 'anywhere' }}>
          {line}
        </Box>
      ))}
    </>
  );
}
