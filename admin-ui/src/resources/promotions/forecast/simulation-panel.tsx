import type { PromotionContents, PromotionSimulation } from '@coinwarden/contracts';
import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Section } from '../../../display/section';
import { sendJson } from '../../../providers/http';
import { SimulationView } from './simulation-view';

interface SimulationPanelProps {
  contents: PromotionContents | null;
  promotionId?: string | undefined;
}

/** What it would have cost and whom it would have reached; asked by a button, because it reads a month of purchases. */
export function SimulationPanel({ contents, promotionId }: SimulationPanelProps) {
  const translate = useTranslate();
  const { mutate, data, variables, error, isPending } = useMutation({
    mutationFn: (promotion: PromotionContents) =>
      sendJson<PromotionSimulation>('POST', 'promotions/simulate', {
        promotion,
        ...(promotionId !== undefined && { promotionId }),
      }),
  });
  const stale = data !== undefined && JSON.stringify(variables) !== JSON.stringify(contents);
  return (
    <Section
      title={translate('promotion.simulation.title')}
      hint={translate('promotion.simulation.hint')}
      action={
        <Button
          variant="outlined"
          loading={isPending}
          disabled={contents === null}
          onClick={() => contents && mutate(contents)}
        >
          {translate(data ? 'promotion.simulation.again' : 'promotion.simulation.run')}
        </Button>
      }
    >
      <Box aria-live="polite" aria-busy={isPending} data-testid="simulation">
        {isPending && <LinearProgress aria-label={translate('promotion.simulation.running')} />}
        {error && <Alert severity="error">{error.message}</Alert>}
        {stale && !isPending && (
          <Typography variant="body2" sx={{ color: 'var(--caution)', marginBottom: 1 }}>
            {translate('promotion.simulation.stale')}
          </Typography>
        )}
        {data && <SimulationView simulation={data} />}
      </Box>
    </Section>
  );
}
