import type { StaffCaseDetail } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Instant } from '../../display/instant';
import { RecordTable } from '../../display/record-table';
import { Section } from '../../display/section';
import { TextLink } from '../../display/text-link';
import { WholeLink } from '../../display/whole-link';
import { CaseStatusTag, Headline, VerdictTag } from './case-words';

/** Other cases of the same account. */
export function EarlierCases({ related }: { related: StaffCaseDetail['related'] }) {
  const translate = useTranslate();
  return (
    <Section flush title={translate('case.related')}>
      <RecordTable
        label={translate('case.related')}
        rows={related}
        rowKey={({ id }) => id}
        empty={translate('case.no_related')}
        columns={[
          {
            label: translate('resources.cases.fields.headline'),
            value: (one) => (
              <WholeLink minWidth={100} maxWidth={260}>
                <TextLink to={`/cases/${one.id}/show`}>
                  <Headline of={one} />
                </TextLink>
              </WholeLink>
            ),
          },
          {
            label: translate('resources.cases.fields.status'),
            value: ({ status, verdict }) =>
              verdict ? <VerdictTag value={verdict} /> : <CaseStatusTag value={status} />,
          },
          {
            label: translate('resources.cases.fields.openedAt'),
            foldsBelow: 350,
            value: ({ openedAt }) => <Instant value={openedAt} form="date" />,
          },
        ]}
      />
    </Section>
  );
}
