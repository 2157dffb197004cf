import type { StaffPackage, StaffPricePoint } from '@coinwarden/contracts';
import { Alert, Box, Checkbox, FormControlLabel } from '@mui/material';
import { useMemo, useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { ActionDialog, AT_LENGTH } from '../../actions/action-dialog';
import { ConflictAlert } from '../../actions/conflict-alert';
import { useCreateRecord } from '../../actions/use-create-record';
import { useUnsaved } from '../../actions/use-unsaved';
import { minorOf } from '../../i18n/amount-text';
import { useFormat } from '../../i18n/use-format';
import type { Refusal } from '../../providers/http';
import { compareDraft } from './compare-draft';
import { draftOf, type PriceDraft, PriceFields, priceOf } from './price-fields';
import { PricePreview } from './price-preview';
import { usePricePlace } from './use-price-place';

const MANY = 200;

interface SetPriceProps {
  pack: StaffPackage;
  /** What the package costs everywhere now. */
  prices: readonly StaffPricePoint[];
  /** The price that another follows; null where the place is still to be chosen. */
  point: StaffPricePoint | null;
  onClose: () => void;
}

/** The next price of a package in one place: what it comes to is told while it is typed, what is unusual before it holds. */
export function SetPrice({ pack, prices, point, onClose }: SetPriceProps) {
  const translate = useTranslate();
  const { locale } = useFormat();
  const [first] = useState(() => draftOf(point, locale));
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
  const current = seen?.current ?? null;
  const price = priceOf(draft, current);
  const conflict = refusal?.code === 'record.conflict';
  const warned = refusal?.code === 'price.warned';
  const change = (changes: Partial<PriceDraft>) => {
    setDraft({ ...draft, ...changes });
    setMeant(false);
    clear();
  };
  const lookAgain = () => {
    clear();
    void again();
  };
  return (
    <ActionDialog
      open
      width="md"
      title={translate(point ? 'price_point.set.change_title' : 'price_point.set.title', { name: pack.name })}
      confirmLabel={translate('price_point.set.button')}
      reason="required"
      reasonLength={AT_LENGTH}
      focusReason={false}
      ready={price !== null && seen !== null && !conflict && (!warned || meant)}
      busy={busy}
      problem={error?.message ?? (conflict || warned ? null : problem)}
      onClose={onClose}
      onConfirm={(reason) =>
        create({ packageId: pack.id, ...price, follows: seen?.follows, acceptWarnings: meant, reason })
      }
    >
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { md: '1.3fr 1fr' }, paddingTop: 1 }}>
        <PriceFields
          draft={draft}
          current={current}
          choosesPlace={point === null}
          fields={warned ? {} : fields}
          onChange={change}
        />
        <PricePreview current={current} compared={compared} amountMinor={amountMinor} currency={currency} />
      </Box>
      {conflict && <ConflictAlert said={translate('price_point.conflict')} onLook={lookAgain} />}
      {warned && (
        <Warned
          refusal={refusal}
          known={compared !== null && compared.warnings.length > 0}
          meant={meant}
          onMeant={setMeant}
        />
      )}
    </ActionDialog>
  );
}

interface WarnedProps {
  refusal: Refusal;
  /** Whether the warnings stand beside the price already; else the server's own words do. */
  known: boolean;
  meant: boolean;
  onMeant: (meant: boolean) => void;
}

function Warned({ refusal, known, meant, onMeant }: WarnedProps) {
  const translate = useTranslate();
  return (
    <Alert severity="warning" sx={{ marginTop: 2, alignItems: 'flex-start' }}>
      <Box sx={{ display: 'grid', gap: 1 }}>
        <strong>{refusal.message}</strong>
        {!known && <span>{String(refusal.body?.detail ?? '')}</span>}
        <FormControlLabel
          control={<Checkbox size="small" checked={meant} onChange={(_, checked) => onMeant(checked)} />}
          label={translate('price_point.meant')}
        />
      </Box>
    </Alert>
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
