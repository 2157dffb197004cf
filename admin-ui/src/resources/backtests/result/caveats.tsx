import type { BacktestResultView } from '@coinwarden/contracts';
import ExpandMore from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../../i18n/use-format';

/** What is known about these transactions, what is not, and which facts are not exactly as they were. */
export function Caveats({ result }: { result: BacktestResultView }) {
  const translate = useTranslate();
  const format = useFormat();
  const { labels, silence } = result;
  const count = (value: number) => format.number(value);
  return (
    <Accordion disableGutters variant="outlined" sx={{ borderRadius: '10px' }}>
      <AccordionSummary expandIcon={<ExpandMore />}>
        <Typography variant="body2">
          {translate('backtest.known', {
            fraud: count(labels.fraud.transactions),
            good: count(labels.good.transactions),
            presumed: count(labels.presumed_good.transactions),
            unknown: count(labels.unknown.transactions),
          })}
        </Typography>
      </AccordionSummary>
      <AccordionDetails>
        <Box component="ul" sx={{ margin: 0, paddingInlineStart: 2.5, fontSize: '0.8125rem' }}>
          {(['immature', 'stopped', 'unheard'] as const)
            .filter((why) => silence[why] > 0)
            .map((why) => (
              <li key={why}>{translate(`backtest.silence.${why}`, { count: count(silence[why]) })}</li>
            ))}
          {result.caveats.map(({ code, facts, rules }) => (
            <li key={code}>
              {translate(`backtest.caveat.${code}`)}{' '}
              <Box component="span" sx={{ color: 'var(--muted)' }}>
                {translate('backtest.caveat_of', { facts: facts.join(', '), rules: count(rules.length) })}
              </Box>
            </li>
          ))}
          <li>{translate('backtest.caveat.own_past')}</li>
        </Box>
      </AccordionDetails>
    </Accordion>
  );
}
