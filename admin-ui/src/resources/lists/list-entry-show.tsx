import type { StaffListEntry } from '@coinwarden/contracts';
import { Alert, Box, Card, Typography } from '@mui/material';
import { Title, useGetRecordId, useRedirect, useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { Facts } from '../../display/facts';
import { Instant } from '../../display/instant';
import { PageLoading } from '../../display/page-loading';
import { Panes } from '../../display/panes';
import { Section } from '../../display/section';
import { TextLink } from '../../display/text-link';
import { useFormat } from '../../i18n/use-format';
import { useDetail } from '../../providers/use-detail';
import { EditEntry } from './edit-entry';
import { EntryHits } from './entry-hits';
import { EntryStateTag, EntryValue, ListTag } from './list-words';
import { RemoveEntry } from './remove-entry';

/** One entry: what it says of what and why, what else is said of it, and the decisions it was part of. */
export default function ListEntryShow() {
  const id = String(useGetRecordId());
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useDetail<StaffListEntry>('lists', id);
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending) return <PageLoading />;
  return (
    <>
      <Title title={`${translate(`list_type.${data.type}`)} · ${data.written}`} />
      <Header entry={data} />
      {data.conflicts.map((other) => (
        <Alert key={other.id} severity="warning" sx={{ marginBottom: 2 }}>
          {translate('list_entry.conflict', {
            list: translate(`list_name.${other.list}`),
            decides: translate(`list_name.${data.decides}`),
          })}{' '}
          <TextLink to={`/lists/${other.id}/show`}>{translate('list_entry.see_other')}</TextLink>
        </Alert>
      ))}
      <Panes>
        <EntryHits entryId={data.id} />
        <EntryFacts entry={data} />
      </Panes>
    </>
  );
}

function Header({ entry }: { entry: StaffListEntry }) {
  const translate = useTranslate();
  const redirect = useRedirect();
  return (
    <Card sx={{ marginBottom: 2, padding: '14px 16px', display: 'flex', gap: 2, flexWrap: 'wrap' }}>
      <Box sx={{ flex: 1, minWidth: 220 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
          <Typography variant="h1" component="h2" sx={{ overflowWrap: 'anywhere' }}>
            {entry.written}
          </Typography>
          <ListTag value={entry.list} />
          <EntryStateTag value={entry.state} />
        </Box>
        <Typography variant="body2" sx={{ color: 'var(--muted)', marginTop: 0.5 }}>
          {translate(`list_entry.meaning.${entry.list}`)}
        </Typography>
      </Box>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        {entry.allowedActions.includes('edit') && <EditEntry entry={entry} />}
        {entry.allowedActions.includes('remove') && (
          <RemoveEntry entry={entry} onDone={() => redirect('list', 'lists')} />
        )}
      </Box>
    </Card>
  );
}

function EntryFacts({ entry }: { entry: StaffListEntry }) {
  const translate = useTranslate();
  const format = useFormat();
  const label = (field: string) => translate(`resources.lists.fields.${field}`);
  return (
    <Section title={translate('list_entry.about')}>
      <Facts
        items={[
          [label('type'), translate(`list_type.${entry.type}`)],
          [label('value'), <EntryValue key="value" entry={entry} />],
          [label('reason'), entry.reason],
          [
            label('expiresAt'),
            entry.expiresAt ? <Instant key="until" value={entry.expiresAt} form="full" /> : null,
          ],
          [label('createdBy'), entry.createdBy],
          [label('createdAt'), <Instant key="since" value={entry.createdAt} form="full" />],
          [translate('list_entry.hits.days7'), format.number(entry.hits.days7)],
          [translate('list_entry.hits.days30'), format.number(entry.hits.days30)],
          [translate('list_entry.hits.last'), <Instant key="last" value={entry.hits.lastAt} form="full" />],
        ]}
      />
    </Section>
  );
}
