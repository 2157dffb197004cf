import type { CaseQuality } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Count } from '../../display/amounts';
import { Instant } from '../../display/instant';
import { Panes } from '../../display/panes';
import { RecordTable } from '../../display/record-table';
import { Section } from '../../display/section';
import { TextLink } from '../../display/text-link';
import { VerdictTag } from '../cases/case-words';

/** Where two people who judged the same case apart from each other did not find the same. */
export function Agreement({ quality }: { quality: CaseQuality }) {
  const translate = useTranslate();
  const label = (key: string) => translate(`case_quality.${key}`);
  return (
    <Panes>
      <Section flush title={label('disagreements')} hint={label('disagreements_hint')}>
        <RecordTable
          label={label('disagreements')}
          rows={quality.disagreements}
          rowKey={({ sampleId }) => sampleId}
          empty={label('no_disagreements')}
          columns={[
            {
              label: label('case'),
              value: ({ caseId, at }) => (
                <TextLink to={`/cases/${caseId}/show`}>
                  <Instant value={at} />
                </TextLink>
              ),
            },
            { label: label('first'), value: ({ first }) => <Judged by={first} /> },
            { label: label('second'), value: ({ second }) => <Judged by={second} /> },
            {
              label: label('sample'),
              value: ({ sampleId }) => <TextLink to={`/cases/${sampleId}/show`}>{label('open')}</TextLink>,
            },
          ]}
        />
      </Section>
      <Section flush title={label('matrix')} hint={label('matrix_hint')}>
        <RecordTable
          label={label('matrix')}
          rows={quality.matrix}
          rowKey={({ first, second }) => `${first} ${second}`}
          empty={label('no_pairs')}
          columns={[
            { label: label('first'), value: ({ first }) => <VerdictTag value={first} /> },
            { label: label('second'), value: ({ second }) => <VerdictTag value={second} /> },
            { label: label('pairs'), numeric: true, value: ({ pairs }) => <Count value={pairs} /> },
          ]}
        />
      </Section>
    </Panes>
  );
}

const Judged = ({ by }: { by: CaseQuality['disagreements'][number]['first'] }) => (
  <>
    <VerdictTag value={by.verdict} /> {by.name}
  </>
);
