import type { ClawbackPreview } from '@coinwarden/contracts';
import { Alert, Box } from '@mui/material';
import { Fragment } from 'react';
import { useTranslate } from 'react-admin';
import { Coins, Money } from '../display/amounts';
import { type ClawbackStepView, inOrder } from './clawback-steps';

interface PreviewChangesProps {
  before: ClawbackPreview;
  now: ClawbackPreview;
}

/** What moved between the preview somebody looked at and the one that would be booked now. */
export function PreviewChanges({ before, now }: PreviewChangesProps) {
  const translate = useTranslate();
  const changed = changedSteps(before, now);
  const money = (preview: ClawbackPreview, amountMinor: number) => (
    <Money value={{ amountMinor, currency: preview.money.currency }} />
  );
  return (
    <Alert severity="warning" sx={{ alignItems: 'flex-start' }}>
      {translate('clawback.changed')}
      <Box
        component="dl"
        sx={{
          display: 'grid',
          gridTemplateColumns: 'auto auto',
          gap: '2px 12px',
          margin: '6px 0 0',
          '& dd': { margin: 0 },
        }}
      >
        {changed.map(({ step, was, is }) => (
          <Fragment key={step}>
            <dt>{translate(`clawback.step.${step}`)}</dt>
            <dd>
              <Coins value={was} /> → <Coins value={is} />
            </dd>
          </Fragment>
        ))}
        {before.money.refundableMinor !== now.money.refundableMinor && (
          <>
            <dt>{translate('clawback.money.refundable')}</dt>
            <dd>
              {money(before, before.money.refundableMinor)} → {money(now, now.money.refundableMinor)}
            </dd>
          </>
        )}
        {changed.length === 0 && before.money.refundableMinor === now.money.refundableMinor && (
          <dd>{translate('clawback.changed_holders')}</dd>
        )}
      </Box>
    </Alert>
  );
}

function changedSteps(before: ClawbackPreview, now: ClawbackPreview) {
  const coinsOf = (preview: ClawbackPreview, step: ClawbackStepView) =>
    preview.steps.find((one) => one.step === step)?.coins ?? 0;
  const steps = new Set([...before.steps, ...now.steps].map(({ step }) => step));
  const both = [...steps].map((step) => ({ step, was: coinsOf(before, step), is: coinsOf(now, step) }));
  return inOrder(both.filter(({ was, is }) => was !== is));
}
