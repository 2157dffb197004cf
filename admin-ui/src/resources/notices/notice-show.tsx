import type { StaffNoticeDetail } from '@coinwarden/contracts';
import { Box, Card, Typography } from '@mui/material';
import { Title, useGetRecordId, useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { Instant } from '../../display/instant';
import { PageLoading } from '../../display/page-loading';
import { Panes } from '../../display/panes';
import { useDetail } from '../../providers/use-detail';
import { MONO } from '../../theme/theme';
import { AnswerView } from './answer-view';
import { ArrivalView } from './arrival-view';
import { BodyView } from './body-view';
import { FactView } from './fact-view';
import { NoticeMeaning, NoticeStateTag } from './notice-words';
import { ReplayButton } from './replay-button';
import { useReasonText } from './use-reason-text';

/** One notice: what it says in our words, what came, and what became of it. */
export default function NoticeShow() {
  const id = String(useGetRecordId());
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useDetail<StaffNoticeDetail>('notices', id);
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending) return <PageLoading />;
  return (
    <>
      <Title title={`${translate(`notice_source.${data.source}`)} · ${data.kind}`} />
      <Header notice={data} />
      <Panes>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <FactView notice={data} />
          {data.answer && <AnswerView answer={data.answer} />}
          <BodyView notice={data} />
        </Box>
        <ArrivalView notice={data} />
      </Panes>
    </>
  );
}

function Header({ notice }: { notice: StaffNoticeDetail }) {
  const translate = useTranslate();
  const { source, kind, state } = notice;
  const reason = useReasonText()({
    code: notice.reasonCode,
    values: notice.reasonValues,
    text: notice.reason,
  });
  return (
    <Card sx={{ marginBottom: 2, padding: '14px 16px', display: 'flex', gap: 2, alignItems: 'flex-start' }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
          <Typography variant="h1" component="h1">
            <NoticeMeaning notice={notice} />
          </Typography>
          <NoticeStateTag value={state} />
        </Box>
        <Typography variant="body2" sx={{ color: 'var(--muted)', marginTop: 0.5 }}>
          {translate(`notice_source.${source}`)}{' '}
          <Box component="code" sx={{ fontFamily: MONO, fontSize: '0.75rem' }}>
            {kind}
          </Box>{' '}
          · <Instant value={notice.receivedAt} form="full" />
        </Typography>
        {reason && (
          <Typography variant="body2" sx={{ marginTop: 1 }}>
            {reason}
          </Typography>
        )}
      </Box>
      <ReplayButton notice={notice} />
    </Card>
  );
}
