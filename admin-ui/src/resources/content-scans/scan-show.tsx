import type { StaffContentScanDetail } from '@coinwarden/contracts';
import { Box, Card, Typography } from '@mui/material';
import { Title, useGetRecordId, useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { type Fact, Facts } from '../../display/facts';
import { Instant } from '../../display/instant';
import { PageLoading } from '../../display/page-loading';
import { Panes } from '../../display/panes';
import { Section } from '../../display/section';
import { AccountLink } from '../../display/text-link';
import { useFormat } from '../../i18n/use-format';
import { useDetail } from '../../providers/use-detail';
import { ReviewButtons } from './review-buttons';
import { MoneyAroundView, SharedByView } from './scan-around';
import { ScanLinks, ScanReasons } from './scan-findings';
import { ScanText } from './scan-text';
import { VerdictTag } from './scan-words';

/** One text: its evidence, its links, the money around it, and who else writes the same. */
export default function ScanShow() {
  const id = String(useGetRecordId());
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useDetail<StaffContentScanDetail>('content-scans', id);
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending) return <PageLoading />;
  return (
    <>
      <Title title={translate(`content_kind.${data.kind}`)} />
      <Header scan={data} />
      <Panes>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <Section title={translate('content.text')} hint={translate('content.text_hint')}>
            <ScanText text={data.text} spans={data.spans} />
          </Section>
          <MoneyAroundView money={data.money} />
          <SharedByView sharedBy={data.sharedBy} />
        </Box>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <Section title={translate('content.reasons')}>
            <ScanReasons reasons={data.reasons} />
          </Section>
          <Section title={translate('content.links')} flush>
            <ScanLinks links={data.links} />
          </Section>
          <About scan={data} />
          <Reviews scan={data} />
        </Box>
      </Panes>
    </>
  );
}

function Header({ scan }: { scan: StaffContentScanDetail }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Card
      sx={{
        marginBottom: 2,
        padding: '14px 16px',
        display: 'flex',
        flexWrap: 'wrap',
        gap: 2,
        alignItems: 'center',
      }}
    >
      <Box sx={{ flex: 1, minWidth: 200 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <Typography variant="h1" component="h1">
            {translate(`content_kind.${scan.kind}`)}
          </Typography>
          <VerdictTag value={scan.verdict} />
          <span className="tabular">{format.number(scan.score)}</span>
        </Box>
        <Typography variant="body2" sx={{ color: 'var(--muted)', marginTop: 0.5 }}>
          <AccountLink id={scan.accountId} /> · <Instant value={scan.scannedAt} form="full" />
        </Typography>
      </Box>
      <ReviewButtons scan={scan} />
    </Card>
  );
}

function About({ scan }: { scan: StaffContentScanDetail }) {
  const translate = useTranslate();
  const format = useFormat();
  const items: Fact[] = [
    [translate('content.machine'), <VerdictTag key="machine" value={scan.scannedVerdict} />],
    [translate('content.name'), scan.displayName && <bdi key="name">{scan.displayName}</bdi>],
    [translate('content.last_seen'), <Instant key="seen" value={scan.lastSeenAt} form="full" />],
    [
      translate('resources.content-scans.fields.times'),
      translate('content.times', { smart_count: scan.times }),
    ],
    [translate('resources.content-scans.fields.language'), scan.language && format.language(scan.language)],
    [translate('resources.content-scans.fields.source'), translate(`content_source.${scan.source}`)],
    [translate('content.on'), scan.contentIds.join(', ') || null],
    [translate('content.sent_to'), scan.recipientIds.length > 0 ? <Recipients key="to" scan={scan} /> : null],
  ];
  return (
    <Section title={translate('content.facts')}>
      <Facts items={items} />
    </Section>
  );
}

const Recipients = ({ scan }: { scan: StaffContentScanDetail }) => (
  <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '2px 10px' }}>
    {scan.recipientIds.map((id) => (
      <AccountLink key={id} id={id} />
    ))}
  </Box>
);

function Reviews({ scan }: { scan: StaffContentScanDetail }) {
  const translate = useTranslate();
  return (
    <Section title={translate('content.reviews.title')}>
      {scan.reviews.length === 0 && (
        <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
          {translate('content.reviews.none')}
        </Typography>
      )}
      {scan.reviews.map((review) => (
        <Box key={review.at} sx={{ fontSize: '0.8125rem', marginBottom: 1 }}>
          {translate(`content.reviews.${review.action}`)} · {review.by} ·{' '}
          <Instant value={review.at} form="full" />
          <Box sx={{ color: 'var(--muted)' }}>{review.reason}</Box>
        </Box>
      ))}
    </Section>
  );
}
