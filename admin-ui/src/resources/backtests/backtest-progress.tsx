import type { StaffBacktest } from '@coinwarden/contracts';
import { Box, LinearProgress, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../i18n/use-format';

/** How far it has come, at which pace; before the first word of it, only that it waits. */
export function BacktestProgress({ backtest, brief = false }: { backtest: StaffBacktest; brief?: boolean }) {
  const translate = useTranslate();
  const format = useFormat();
  const { progress } = backtest;
  const share = progress === null || progress.total === 0 ? 0 : progress.done / progress.total;
  const left =
    progress && progress.perSecond > 0
      ? Math.ceil((progress.total - progress.done) / progress.perSecond)
      : null;
  return (
    <Box>
      <LinearProgress
        variant={progress === null ? 'indeterminate' : 'determinate'}
        value={share * 100}
        aria-label={translate('backtest.progress.label')}
        sx={{ height: brief ? 6 : 10, borderRadius: 5 }}
      />
      <Typography variant="caption" className="tabular" role="status" sx={{ color: 'var(--muted)' }}>
        {progress === null
          ? translate(`backtest.progress.${backtest.status}`)
          : brief
            ? format.percent(share)
            : translate(`backtest.progress.${progress.phase}`, {
                done: format.number(progress.done),
                total: format.number(progress.total),
                pace: format.number(progress.perSecond),
                left: left === null ? '–' : format.number(left),
              })}
      </Typography>
    </Box>
  );
}
