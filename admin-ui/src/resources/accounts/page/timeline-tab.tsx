import { TIMELINE_KINDS, type TimelineKind } from '@coinwarden/domain';
import { Box, Skeleton, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router';
import { EmptyState } from '../../../display/empty-state';
import { ErrorState } from '../../../display/error-state';
import { LoadOlder } from '../../../display/load-older';
import { Section } from '../../../display/section';
import { useFormat } from '../../../i18n/use-format';
import { useShortcuts } from '../../../shortcuts/use-shortcuts';
import { KindChips } from '../timeline/kind-chips';
import { TimelineDays } from '../timeline/timeline-days';
import { useTimeline } from '../timeline/use-timeline';
import { useAccount } from './account-page-context';

const ROWS = 50;

/** Everything that happened to the customer in one sequence, as far back as it goes. */
export default function TimelineTab() {
  const translate = useTranslate();
  const { id } = useAccount();
  const { kinds, setKinds } = useKinds();
  const list = useTimeline(id, kinds, ROWS);
  useShortcuts({
    'queue.next': () => focusEvent(1),
    'queue.previous': () => focusEvent(-1),
    'queue.open': openFocused,
    'account.older': () => list.hasOlder && !list.loadingOlder && list.loadOlder(),
  });
  return (
    <Section title={translate('timeline.title')} hint={translate('timeline.hint')}>
      <Box sx={{ paddingY: 1 }}>
        <KindChips value={kinds} onChange={setKinds} />
      </Box>
      {list.error ? (
        <ErrorState error={list.error} onRetry={list.refetch} />
      ) : list.rows === undefined ? (
        <Skeleton variant="rounded" height={480} />
      ) : (
        <>
          {list.rows.length === 0 ? (
            <EmptyState title={translate('timeline.none.title')} hint={translate('timeline.none.hint')} />
          ) : (
            <TimelineDays events={list.rows} label={translate('timeline.title')} />
          )}
          <LoadOlder {...list} />
          <Withheld kinds={list.pages[0]?.withheld ?? []} />
        </>
      )}
    </Section>
  );
}

/** The choice stands in the address beside the tab. */
function useKinds() {
  const [params, setParams] = useSearchParams();
  const asked = params.get('kinds')?.split(',') ?? [];
  const kinds = TIMELINE_KINDS.filter((kind) => asked.includes(kind));
  const setKinds = (next: readonly TimelineKind[]) =>
    setParams({ tab: 'timeline', ...(next.length > 0 && { kinds: next.join() }) }, { replace: true });
  return { kinds, setKinds };
}

function Withheld({ kinds }: { kinds: readonly TimelineKind[] }) {
  const translate = useTranslate();
  const format = useFormat();
  if (kinds.length === 0) return null;
  const names = format.list(kinds.map((kind) => translate(`timeline.kind.${kind}`)));
  return (
    <Typography variant="caption" sx={{ display: 'block', color: 'var(--muted)', marginTop: 1 }}>
      {translate('timeline.withheld', { kinds: names })}
    </Typography>
  );
}

const shownEvents = () => [...document.querySelectorAll<HTMLElement>('[data-timeline-event]')];

/** Moves among the events on screen; from nowhere, to the first or the last. */
function focusEvent(step: 1 | -1): void {
  const events = shownEvents();
  const at = events.findIndex((event) => event.contains(document.activeElement));
  const next = at < 0 ? (step > 0 ? 0 : events.length - 1) : at + step;
  events[next]?.focus();
}

function openFocused(): void {
  document.activeElement?.closest('[data-timeline-event]')?.querySelector<HTMLElement>('a')?.click();
}
