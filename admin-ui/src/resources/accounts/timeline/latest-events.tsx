import { useTranslate } from 'react-admin';
import { TextLink } from '../../../display/text-link';
import { accountTabPath } from '../page/account-tab-path';
import { AccountEvents } from './account-events';

const SHOWN = 12;

/** What happened last, and the way to all of it. */
export function LatestEvents({ accountId }: { accountId: string }) {
  const translate = useTranslate();
  return (
    <AccountEvents
      accountId={accountId}
      kinds={[]}
      titleKey="timeline.latest"
      limit={SHOWN}
      goesBack={false}
      action={<TextLink to={accountTabPath(accountId, 'timeline')}>{translate('timeline.all')}</TextLink>}
    />
  );
}
