import type { ReviewerStatistics } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Count } from '../../display/amounts';
import { RecordTable } from '../../display/record-table';
import { Section } from '../../display/section';
import { useQualityFormat } from './use-quality-format';

const NARROW = 940;
const VERY_NARROW = 660;

export function ReviewerTable({ reviewers }: { reviewers: readonly ReviewerStatistics[] }) {
  const translate = useTranslate();
  const { share, kappa, span } = useQualityFormat();
  const label = (key: string) => translate(`case_quality.${key}`);
  return (
    <Section flush title={label('reviewers')} hint={label('reviewers_hint')}>
      <RecordTable
        label={label('reviewers')}
        rows={reviewers}
        rowKey={({ staffId }) => staffId}
        empty={label('no_reviewers')}
        columns={[
          { label: label('reviewer'), value: ({ name }) => name },
          { label: label('decided'), numeric: true, value: ({ handled }) => <Count value={handled} /> },
          {
            label: label('handle_time'),
            numeric: true,
            foldsBelow: VERY_NARROW,
            value: (r) => span(r.medianHandleSeconds),
          },
          {
            label: label('late'),
            numeric: true,
            foldsBelow: NARROW,
            value: ({ late }) => <Count value={late} />,
          },
          { label: label('agreement'), numeric: true, value: (r) => share(r.agreement.raw) },
          {
            label: label('kappa'),
            numeric: true,
            foldsBelow: NARROW,
            value: (r) => kappa(r.agreement.kappa),
          },
          {
            label: label('pairs'),
            numeric: true,
            foldsBelow: NARROW,
            value: (r) => <Count value={r.agreement.pairs} />,
          },
          {
            label: label('appealed'),
            numeric: true,
            foldsBelow: VERY_NARROW,
            value: (r) => <Count value={r.appealed} />,
          },
          {
            label: label('overturned'),
            numeric: true,
            foldsBelow: VERY_NARROW,
            value: (r) => (
              <>
                <Count value={r.overturned} /> ({share(r.overturnRate)})
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}
