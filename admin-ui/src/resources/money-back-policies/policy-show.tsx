import type { StaffMoneyBackPolicy } from '@coinwarden/contracts';
import { Box, Card, Typography } from '@mui/material';
import { Title, useGetList, useGetOne, useGetRecordId, useTranslate } from 'react-admin';
import { Author } from '../../display/author';
import { ErrorState } from '../../display/error-state';
import { Instant } from '../../display/instant';
import { PageLoading } from '../../display/page-loading';
import { Section } from '../../display/section';
import { Tag } from '../../display/tag';
import { TextLink } from '../../display/text-link';
import { ChangesView } from './changes-view';
import { PolicyComment } from './policy-comment';
import { PolicyView } from './policy-view';

/** One version as it was released, what it changed, and what has changed since. */
export default function PolicyShow() {
  const id = String(useGetRecordId());
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useGetOne<StaffMoneyBackPolicy>('money-back-policies', { id });
  const { data: others = [] } = useGetList<StaffMoneyBackPolicy>(
    'money-back-policies',
    {
      filter: { kind: data?.kind },
      sort: { field: 'version', order: 'DESC' },
      pagination: { page: 1, perPage: 50 },
    },
    { enabled: data !== undefined },
  );
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending) return <PageLoading />;
  const before = others.find(({ version }) => version === data.version - 1);
  const live = others.find((one) => one.live);
  return (
    <>
      <Title
        title={`${translate(`policy.kind.${data.kind}`)} · ${translate('policy.version', { version: data.version })}`}
      />
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Card
          sx={{
            padding: '10px 16px',
            display: 'flex',
            gap: 2,
            alignItems: 'center',
            flexWrap: 'wrap',
            fontSize: '0.8125rem',
          }}
        >
          <Box sx={{ flex: 1, minWidth: 220 }}>
            <Typography variant="h2">
              {translate('policy.version', { version: data.version })}{' '}
              {data.live && <Tag tone="positive">{translate('policy.live')}</Tag>}
            </Typography>
            <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
              <Instant value={data.createdAt} form="full" /> · <Author value={data.createdBy} />
              {data.comment !== '' && ' · '}
              <PolicyComment of={data} />
            </Typography>
          </Box>
          <TextLink to={`/money-back-policies?kind=${data.kind}`}>{translate('policy.to_live')}</TextLink>
        </Card>
        {before && (
          <Section title={translate('policy.changed_here', { version: before.version })}>
            <ChangesView kind={data.kind} before={before.policy} after={data.policy} />
          </Section>
        )}
        {live && !data.live && (
          <Section title={translate('policy.changed_since', { version: live.version })}>
            <ChangesView kind={data.kind} before={data.policy} after={live.policy} />
          </Section>
        )}
        <PolicyView kind={data.kind} policy={data.policy} />
      </Box>
    </>
  );
}
