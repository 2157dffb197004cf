import type { StaffContentScan } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useGetList, useTranslate } from 'react-admin';
import { AllButton } from '../../../display/all-button';
import { Instant } from '../../../display/instant';
import { RecordPane } from '../../../display/record-pane';
import type { Column } from '../../../display/record-table';
import { TextLink } from '../../../display/text-link';
import { TwoLines } from '../../../display/two-lines';
import { Word } from '../../../display/words';
import { VerdictTag } from '../../content-scans/scan-words';

const ROWS = 10;

/** The texts of the account that are suspect or worse, newest first. */
export function AccountScans({ accountId }: { accountId: string }) {
  const translate = useTranslate();
  const { data, total, error, refetch } = useGetList<StaffContentScan>('content-scans', {
    filter: { accountId, verdict: ['suspect', 'scam'] },
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
    <RecordPane
      title={translate('account_page.texts')}
      asked={{ rows: data, error, refetch }}
      columns={columns}
      rowKey={({ id }) => id}
      empty={translate('account_page.no_texts')}
      action={(total ?? 0) > ROWS && <AllButton resource="content-scans" filter={{ accountId }} />}
    />
  );
}
