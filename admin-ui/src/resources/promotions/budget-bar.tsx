import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../i18n/use-format';

/** How much of a promotion's budget has been granted. */
export function BudgetBar({ granted, budget }: { granted: number; budget: number | null }) {
  const format = useFormat();
  const translate = useTranslate();
  if (budget === null) return <>{translate('promotion.no_budget', { granted: format.number(granted) })}</>;
  const share = budget === 0 ? 1 : Math.min(1, granted / budget);
  const said = translate('promotion.budget', {
    granted: format.number(granted),
    budget: format.number(budget),
  });
  return (
    <Box sx={{ minWidth: 130 }}>
      {said}
      <Box
        role="meter"
        aria-label={said}
        aria-valuemin={0}
        aria-valuemax={budget}
        aria-valuenow={Math.min(granted, budget)}
        sx={{ height: 4, borderRadius: 2, backgroundColor: 'var(--neutral-soft)', marginTop: 0.5 }}
      >
        <Box
          sx={{
            width: `${share * 100}%`,
            height: '100%',
            borderRadius: 2,
            backgroundColor: share >= 1 ? 'var(--negative)' : 'var(--accent)',
          }}
        />
      </Box>
    </Box>
  );
}
