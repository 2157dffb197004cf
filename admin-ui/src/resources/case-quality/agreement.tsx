import type { CaseQuality } from '@coinwarden/contracts';
import { CASE_VERDICTS, type CaseVerdict } from '@coinwarden/domain';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Count } from '../../display/amounts';
import { Instant } from '../../display/instant';
import { RecordTable } from '../../display/record-table';
import { Section } from '../../display/section';
import { TextLink } from '../../display/text-link';
import { VerdictTag } from '../cases/case-words';

const SIDE_BY_SIDE = {
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(370px, 100%), 1fr))',
  gap: 2,
  alignItems: 'start',
} as const;

/** Where two people who judged the same case apart from each other did not find the same. */
export function Agreement({ quality }: { quality: CaseQuality }) {
  const translate = useTranslate();
  const label = (key: string) => translate(`case_quality.${key}`);
  const pairsOf = (first: CaseVerdict, second: CaseVerdict) =>
    quality.matrix.find((cell) => cell.first === first && cell.second === second)?.pairs ?? 0;
  return (
    <Box sx={SIDE_BY_SIDE}>
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
              foldsBelow: 430,
              value: ({ sampleId }) => <TextLink to={`/cases/${sampleId}/show`}>{label('open')}</TextLink>,
            },
          ]}
        />
      </Section>
      <Section flush title={label('matrix')} hint={label('matrix_hint')}>
        <RecordTable
          label={label('matrix')}
          rows={quality.agreement.pairs === 0 ? [] : CASE_VERDICTS}
          rowKey={(first) => first}
          empty={label('no_pairs')}
          columns={[
            { label: label('first_second'), value: (first) => <VerdictTag value={first} /> },
            ...CASE_VERDICTS.map((second) => ({
              label: translate(`case_verdict.${second}`),
              numeric: true,
              value: (first: CaseVerdict) => (
                <Box component="span" sx={{ fontWeight: first === second ? 650 : 400 }}>
                  <Count value={pairsOf(first, second)} />
                </Box>
              ),
            })),
          ]}
        />
      </Section>
    </Box>
  );
}

const Judged = ({ by }: { by: CaseQuality['disagreements'][number]['first'] }) => (
  <>
    <VerdictTag value={by.verdict} /> {by.name}
  </>
);
