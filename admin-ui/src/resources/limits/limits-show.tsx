import { Card, Typography } from '@mui/material';
import { Title, useGetRecordId, useTranslate } from 'react-admin';
import { useLocation } from 'react-router';
import { AccountLink } from '../../display/text-link';
import { AccountStatusTag } from '../../display/words';
import { AccountSpending } from './account-spending';
import { useLimitText } from './limit-words';
import { askedIn } from './spending-path';
import { useSpending } from './use-spending';

/** The answer to one customer: why this was refused, and when they can spend again. */
export default function LimitsShow() {
  const id = String(useGetRecordId());
  const { search } = useLocation();
  const translate = useTranslate();
  const { subjectText } = useLimitText();
  const { data } = useSpending(id);
  return (
    <>
      <Title title={`${translate('spending.title')} · ${data?.displayName ?? id}`} />
      {data && (
        <Card
          sx={{
            padding: '10px 16px',
            marginBottom: 2,
            display: 'flex',
            flexWrap: 'wrap',
            gap: '4px 16px',
            alignItems: 'center',
          }}
        >
          <Typography variant="h2" component="p">
            <AccountLink id={id} />
          </Typography>
          <AccountStatusTag value={data.status} />
          <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
            {subjectText(data)} · {data.timeZone}
          </Typography>
        </Card>
      )}
      <AccountSpending key={`${id}${search}`} accountId={id} asked={askedIn(search)} />
    </>
  );
}
