import type { TimelineKind } from '@coinwarden/domain';
import { Skeleton, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { ErrorState } from '../../../display/error-state';
import { LoadOlder } from '../../../display/load-older';
import { Section } from '../../../display/section';
import { TimelineDays } from './timeline-days';
import { useTimeline } from './use-timeline';

interface AccountEventsProps {
  accountId: string;
  /** None: of every kind. */
  kinds: readonly TimelineKind[];
  titleKey: string;
  limit: number;
  action?: ReactNode;
  /** Off where it is only a look at the latest. */
  goesBack?: boolean;
}

/** Some of an account's timeline in a pane. */
export function AccountEvents({
  accountId,
  kinds,
  titleKey,
  limit,
  action,
  goesBack = true,
}: AccountEventsProps) {
  const translate = useTranslate();
  const list = useTimeline(accountId, kinds, limit);
  return (
    <Section title={translate(titleKey)} action={action}>
      {list.error ? (
        <ErrorState error={list.error} onRetry={list.refetch} />
      ) : list.rows === undefined ? (
        <Skeleton variant="rounded" height={goesBack ? 80 : 320} />
      ) : list.rows.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
          {translate('timeline.nothing')}
        </Typography>
      ) : (
        <>
          <TimelineDays events={list.rows} label={translate(titleKey)} />
          {goesBack && <LoadOlder {...list} />}
        </>
      )}
    </Section>
  );
}
