import type { EvidencePack } from '@coinwarden/contracts';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Section } from '../../../display/section';

/** What the bank will hold against us, and what it has to accept: read before anything is written. */
export function Concerns({ pack }: { pack: EvidencePack }) {
  const translate = useTranslate();
  const { concerns, compelling } = pack;
  return (
    <Section title={translate('evidence.assessment')} hint={translate('evidence.assessment_hint')}>
      <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: '6px' }}>
        {compelling.qualifies && (
          <Line
            good
            text={translate('evidence.compelling', { smart_count: compelling.purchaseIds.length })}
          />
        )}
        {concerns.map((concern) => (
          <Line key={concern} text={translate(`evidence.concern.${concern}`)} />
        ))}
        {concerns.length === 0 && <Line good text={translate('evidence.no_concerns')} />}
      </Box>
    </Section>
  );
}

const Line = ({ text, good = false }: { text: string; good?: boolean }) => {
  const Icon = good ? CheckCircleOutlined : WarningAmberOutlined;
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
      <Icon sx={{ fontSize: 18, marginTop: '1px', color: good ? 'var(--positive)' : 'var(--caution)' }} />
      <Typography variant="body2">{text}</Typography>
    </Box>
  );
};
