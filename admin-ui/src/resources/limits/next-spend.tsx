import type { NextSpend as Answer, SpendingAnswer } from '@coinwarden/contracts';
import { LIMIT_MEASURES, type LimitMeasure } from '@coinwarden/domain';
import { Alert, Box, MenuItem, TextField, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Section } from '../../display/section';
import { useFormat } from '../../i18n/use-format';
import { type AmountDraft, amountOf, LimitAmountField, typedAmount } from './limit-amount-field';
import { useLimitText } from './limit-words';
import type { AskedSpend } from './spending-path';
import { useNextSpend } from './use-spending';
import { ZonedInstant } from './zoned-instant';

const PAUSE_MS = 350;

interface NextSpendProps {
  answer: SpendingAnswer;
  /** What somebody wanted to spend when they came here. */
  first: AskedSpend | null;
}

/** How much somebody wants to spend, and the moment from which they can. */
export function NextSpend({ answer, first }: NextSpendProps) {
  const translate = useTranslate();
  const { locale } = useFormat();
  const [draft, setDraft] = useState<AmountDraft>(() =>
    draftOf(first ?? lastRefused(answer), answer, locale),
  );
  const asked = usePaused(askedOf(draft));
  const { data, error } = useNextSpend(answer.accountId, asked);
  return (
    <Section title={translate('spending.next.title')}>
      <Box sx={{ display: 'grid', gap: 2, paddingTop: 1 }}>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 2fr' }, maxWidth: 620 }}>
          <TextField
            select
            label={translate('spending.next.what')}
            value={draft.measure}
            onChange={({ target }) =>
              setDraft({ ...draft, measure: target.value as LimitMeasure, amount: '' })
            }
          >
            {LIMIT_MEASURES.map((measure) => (
              <MenuItem key={measure} value={measure}>
                {translate(`spending.next.${measure}`)}
              </MenuItem>
            ))}
          </TextField>
          <LimitAmountField
            draft={draft}
            label={translate('spending.next.amount')}
            fields={{}}
            onChange={(changes) => setDraft({ ...draft, ...changes })}
          />
        </Box>
        <Box aria-live="polite">
          {error ? (
            <Alert severity="error">{error.message}</Alert>
          ) : asked === null || !data ? (
            <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
              {translate('spending.next.type')}
            </Typography>
          ) : (
            <Verdict answer={answer} next={data} />
          )}
        </Box>
      </Box>
    </Section>
  );
}

function Verdict({ answer, next }: { answer: SpendingAnswer; next: Answer }) {
  const translate = useTranslate();
  const { timeZone, status } = answer;
  const stopped = status === 'restricted' || status === 'suspended';
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Alert severity={next.now && !stopped ? 'success' : 'warning'} sx={{ maxWidth: 620 }}>
        <Box sx={{ fontWeight: 600 }}>
          {next.at === null ? (
            translate('spending.next.never')
          ) : next.now ? (
            translate('spending.next.now')
          ) : (
            <>
              {translate('spending.next.from')} <ZonedInstant value={next.at} timeZone={timeZone} />
            </>
          )}
        </Box>
        {stopped && translate(`spending.next.${status}`)}
        {!stopped && next.at === null && translate('spending.next.never_hint')}
        {!stopped && next.at !== null && !next.now && translate('spending.next.if_nothing')}
      </Alert>
      {next.waits.length > 0 && <Waits next={next} timeZone={timeZone} />}
    </Box>
  );
}

/** What stands in the way, one after the other. */
function Waits({ next, timeZone }: { next: Answer; timeZone: string }) {
  const translate = useTranslate();
  const { amountText, measureText } = useLimitText();
  return (
    <Box
      component="ol"
      aria-label={translate('spending.next.waits')}
      sx={{ margin: 0, paddingInlineStart: 2.5, display: 'grid', gap: 1, fontSize: '0.8125rem' }}
    >
      {next.waits.map(({ from, until, refused }) => (
        <li key={from}>
          {refused === null
            ? translate('spending.next.exclusion')
            : translate('spending.next.limit', {
                layer: translate(`layer.${refused.layer}`),
                what: measureText(refused),
                limit: amountText(refused),
                left: amountText({ ...refused, limit: refused.remaining }),
              })}
          <Box sx={{ color: 'var(--muted)' }}>
            {until === null ? (
              translate('spending.next.for_ever')
            ) : (
              <>
                {translate('spending.next.until')} <ZonedInstant value={until} timeZone={timeZone} />
              </>
            )}
          </Box>
        </li>
      ))}
    </Box>
  );
}

function askedOf(draft: AmountDraft): AskedSpend | null {
  const amount = amountOf(draft);
  if (amount === null || amount.limit === 0) return null;
  return { measure: draft.measure, amount: amount.limit, currency: amount.currency };
}

/** What was refused last is what the customer asks about. */
function lastRefused({ refusals: [last] }: SpendingAnswer): AskedSpend | null {
  if (!last) return null;
  return last.kind === 'purchase'
    ? last.money && {
        measure: 'purchase_money',
        amount: last.money.amountMinor,
        currency: last.money.currency,
      }
    : { measure: 'coins_spent', amount: last.coins, currency: null };
}

function draftOf(asked: AskedSpend | null, answer: SpendingAnswer, locale: string): AmountDraft {
  const known = answer.limits.find(({ currency }) => currency !== null)?.currency;
  return {
    measure: asked?.measure ?? 'purchase_money',
    amount:
      asked && asked.amount > 0 ? typedAmount({ limit: asked.amount, currency: asked.currency }, locale) : '',
    currency: asked?.currency ?? known ?? 'USD',
  };
}

/** A value once it has rested for a moment: the server is not asked at every key. */
function usePaused(value: AskedSpend | null): AskedSpend | null {
  const text = JSON.stringify(value);
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return JSON.parse(paused);
}
