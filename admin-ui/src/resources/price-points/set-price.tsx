import type { StaffPackage, StaffPricePoint } from '@coinwarden/contracts';
import { EVERYWHERE } from '@coinwarden/domain';
import { Alert, Box, Button, Checkbox, FormControlLabel, TextField } from '@mui/material';
import { useMemo, useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { ActionDialog, AT_LENGTH } from '../../actions/action-dialog';
import { useCreateRecord } from '../../actions/use-create-record';
import { useUnsaved } from '../../actions/use-unsaved';
import { minorOf, typedOf } from '../../i18n/amount-text';
import { isWhole, MomentChoice, momentOf, NO_MOMENT } from '../../i18n/moment-choice';
import { useFormat } from '../../i18n/use-format';
import { compareDraft } from './compare-draft';
import { CurrencyPicker, RegionPicker } from './place-fields';
import { PricePreview } from './price-preview';
import { WarningMeanings } from './price-words';
import { usePricePlace } from './use-price-place';

const MANY = 200;
const FIRST_CURRENCY = 'USD';

interface SetPriceProps {
  pack: StaffPackage;
  /** What the package costs everywhere now. */
  prices: readonly StaffPricePoint[];
  /** The price that another follows; null where the place is still to be chosen. */
  point: StaffPricePoint | null;
  onClose: () => void;
}

const beginning = (point: StaffPricePoint | null, locale: string) => ({
  currency: point?.price.currency ?? FIRST_CURRENCY,
  region: point?.region ?? EVERYWHERE,
  amount: point ? typedOf(point.price, locale) : '',
  /** Null: as they are in that place. */
  skuApple: null as string | null,
  skuGoogle: null as string | null,
  from: NO_MOMENT,
  until: momentOf(point?.validUntil ?? null),
});

/** The next price of a package in one place: what it comes to is told while it is typed, what is unusual before it holds. */
export function SetPrice({ pack, prices, point, onClose }: SetPriceProps) {
  const translate = useTranslate();
  const { locale } = useFormat();
  const [first] = useState(() => beginning(point, locale));
  const [draft, setDraft] = useState(first);
  const [meant, setMeant] = useState(false);
  const { currency, region } = draft;
  const { seen, error, again } = usePricePlace({ packageId: pack.id, currency, region });
  const coinsOf = useCoinsOf(pack);
  const { create, clear, busy, problem, refusal, fields } = useCreateRecord<StaffPricePoint>('price-points', {
    done: 'price_point.set.done',
    onDone: onClose,
  });
  useUnsaved(draft !== first && !busy);
  const amountMinor = minorOf(draft.amount, currency);
  const compared =
    amountMinor === null || seen === null
      ? null
      : compareDraft(
          { packageId: pack.id, region, currency, amountMinor, coins: pack.coins + pack.bonusCoins },
          [...prices, ...seen.beside],
          coinsOf,
        );
  const conflict = refusal?.code === 'record.conflict';
  const warned = refusal?.code === 'price.warned';
  const set = (changes: Partial<typeof draft>) => {
    setDraft({ ...draft, ...changes });
    setMeant(false);
    clear();
  };
  const skuOf = (store: 'skuApple' | 'skuGoogle') => draft[store] ?? seen?.current?.[store] ?? '';
  const send = (reason: string) =>
    create({
      packageId: pack.id,
      currency,
      region,
      amountMinor,
      skuApple: skuOf('skuApple').trim() || null,
      skuGoogle: skuOf('skuGoogle').trim() || null,
      ...(draft.from.at !== null && { validFrom: draft.from.at }),
      validUntil: draft.until.at,
      follows: seen?.follows ?? 0,
      acceptWarnings: meant,
      reason,
    });
  const wrongAmount =
    draft.amount.trim() !== '' && amountMinor === null
      ? translate('price_point.not_an_amount', { currency })
      : undefined;
  const amountError = wrongAmount ?? (warned ? undefined : fields['amountMinor']);
  const label = (field: string) => translate(`resources.price-points.fields.${field}`);
  return (
    <ActionDialog
      open
      width="md"
      title={translate(point ? 'price_point.set.change_title' : 'price_point.set.title', {
        name: pack.name,
      })}
      confirmLabel={translate('price_point.set.button')}
      reason="required"
      reasonLength={AT_LENGTH}
      focusReason={false}
      ready={
        amountMinor !== null &&
        seen !== null &&
        isWhole(draft.from) &&
        isWhole(draft.until) &&
        !conflict &&
        (!warned || meant)
      }
      busy={busy}
      problem={error?.message ?? (conflict || warned ? null : problem)}
      onClose={onClose}
      onConfirm={send}
    >
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { md: '1.3fr 1fr' }, paddingTop: 1 }}>
        <Box sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
            <CurrencyPicker
              value={currency}
              disabled={point !== null}
              error={fields['currency']}
              onChange={(next) => set({ currency: next, skuApple: null, skuGoogle: null })}
            />
            <RegionPicker
              value={region}
              disabled={point !== null}
              error={fields['region']}
              onChange={(next) => set({ region: next, skuApple: null, skuGoogle: null })}
            />
          </Box>
          <TextField
            label={`${label('price')} (${currency})`}
            value={draft.amount}
            onChange={({ target }) => set({ amount: target.value })}
            error={amountError !== undefined}
            helperText={
              amountError ??
              translate('price_point.amount_hint', {
                example: typedOf({ amountMinor: 999, currency }, locale),
              })
            }
            autoFocus={point !== null}
            required
            slotProps={{ htmlInput: { inputMode: 'decimal', autoComplete: 'off' } }}
          />
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
            {(['skuApple', 'skuGoogle'] as const).map((store) => (
              <TextField
                key={store}
                label={label(store)}
                value={skuOf(store)}
                onChange={({ target }) => set({ [store]: target.value })}
                error={fields[store] !== undefined}
                helperText={fields[store]}
                slotProps={{ htmlInput: { maxLength: 200, spellCheck: false, autoComplete: 'off' } }}
              />
            ))}
          </Box>
          <MomentChoice
            label={translate('price_point.begins')}
            words={[translate('moment.at_once'), translate('moment.later')]}
            field={translate('moment.begin')}
            hint={translate('moment.choose')}
            value={draft.from}
            error={fields['validFrom']}
            onChange={(from) => set({ from })}
          />
          <MomentChoice
            label={translate('price_point.ends')}
            words={[translate('moment.never'), translate('moment.some')]}
            field={translate('moment.end')}
            hint={translate('moment.choose')}
            value={draft.until}
            error={fields['validUntil']}
            onChange={(until) => set({ until })}
          />
        </Box>
        <PricePreview
          current={seen?.current ?? null}
          compared={compared}
          amountMinor={amountMinor}
          currency={currency}
        />
      </Box>
      {conflict && (
        <Alert
          severity="warning"
          sx={{ marginTop: 2 }}
          action={
            <Button
              color="inherit"
              onClick={() => {
                clear();
                void again();
              }}
            >
              {translate('package.conflict.look')}
            </Button>
          }
        >
          {translate('price_point.conflict')}
        </Alert>
      )}
      {warned && (
        <Alert severity="warning" sx={{ marginTop: 2, alignItems: 'flex-start' }}>
          <Box sx={{ display: 'grid', gap: 1 }}>
            <strong>{problem}</strong>
            {compared && compared.warnings.length > 0 ? (
              <WarningMeanings warnings={compared.warnings} />
            ) : (
              <span>{String(refusal.body?.detail ?? '')}</span>
            )}
            <FormControlLabel
              control={<Checkbox size="small" checked={meant} onChange={(_, checked) => setMeant(checked)} />}
              label={translate('price_point.meant')}
            />
          </Box>
        </Alert>
      )}
    </ActionDialog>
  );
}

/** How many coins each package holds, which prices per coin are compared by. */
function useCoinsOf(pack: StaffPackage): ReadonlyMap<string, number> {
  const { data } = useGetList<StaffPackage>('packages', {
    sort: { field: 'position', order: 'ASC' },
    pagination: { page: 1, perPage: MANY },
  });
  return useMemo(
    () => new Map([...(data ?? []), pack].map((one) => [one.id, one.coins + one.bonusCoins])),
    [data, pack],
  );
}
