import type { AccountTimeline, TimelineEvent } from '@coinwarden/contracts';
import type { TimelineKind } from '@coinwarden/domain';
import { useOlder } from '../../../providers/use-older';

/** Everything that happened to an account, or what is of these kinds, newest first. */
export const useTimeline = (accountId: string, kinds: readonly TimelineKind[], limit: number) =>
  useOlder<TimelineEvent, AccountTimeline>({
    key: ['accounts', 'timeline', accountId],
    path: `accounts/${encodeURIComponent(accountId)}/timeline`,
    query: { limit, ...(kinds.length > 0 && { kinds: kinds.join() }) },
    cursorName: 'before',
  });
