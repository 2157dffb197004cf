import type { StaffContentScan } from '@coinwarden/contracts';
import { Box, Button, Skeleton } from '@mui/material';
import { useGetList, useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { ErrorState } from '../../../display/error-state';
import { Instant } from '../../../display/instant';
import { type Column, RecordTable } from '../../../display/record-table';
import { Section } from '../../../display/section';
import { TextLink } from '../../../display/text-link';
import { TwoLines } from '../../../display/two-lines';
import { Word } from '../../../display/words';
import { VerdictTag } from '../../content-scans/scan-words';

const ROWS = 10;

/** The texts of the account that are suspect or worse, newest first. */
export function AccountScans({ accountId }: { accountId: string }) {
  const translate = useTranslate();
  const filter = { accountId, verdict: ['suspect', 'scam'] };
  const { data, total, error, isPending, refetch } = useGetList<StaffContentScan>('content-scans', {
    filter,
    sort: { field: 'id', order: 'DESC' },
    pagination: { page: 1, perPage: ROWS },
  });
  const label = (field: string) => translate(`resources.content-scans.fields.${field}`);
  const columns: Column<StaffContentScan>[] = [
    {
      label: label('scannedAt'),
      value: (scan) => (
        <TwoLines below={<Word of="content_kind" value={scan.kind} />}>
          <TextLink to={`/content-scans/${scan.id}/show`}>
            <Instant value={scan.scannedAt} />
          </TextLink>
        </TwoLines>
      ),
    },
    {
      label: label('verdict'),
      value: (scan) => (
        <TwoLines below={scan.review && <Word of="content_review" value={scan.review} />}>
          <VerdictTag value={scan.verdict} />
        </TwoLines>
      ),
    },
    {
      label: label('excerpt'),
      foldsBelow: 480,
      value: ({ excerpt }) => (
        <Box component="bdi" sx={{ overflowWrap: 'anywhere' }}>
          {excerpt}
        </Box>
      ),
    },
  ];
  return (
    <Section
      title={translate('account_page.texts')}
      flush
      action={
        (total ?? 0) > ROWS && (
          <Button
            component={Link}
            to={`/content-scans?filter=${encodeURIComponent(JSON.stringify({ accountId }))}`}
          >
            {translate('account_page.all')}
          </Button>
        )
      }
    >
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : isPending ? (
        <Skeleton variant="rounded" height={120} sx={{ margin: 2 }} />
      ) : (
        <RecordTable
          label={translate('account_page.texts')}
          rows={data}
          columns={columns}
          rowKey={({ id }) => id}
          empty={translate('account_page.no_texts')}
        />
      )}
    </Section>
  );
}
