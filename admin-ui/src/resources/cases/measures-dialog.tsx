import type { CaseMeasureRequest } from '@coinwarden/contracts';
import {
  contradiction,
  LIST_NAMES,
  LIST_VALUE_TYPES,
  MEASURE_PERMISSIONS,
  MEASURE_TYPES,
  type MeasureType,
  type Permission,
} from '@coinwarden/domain';
import {
  Alert,
  Box,
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  MenuItem,
  TextField,
} from '@mui/material';
import { type FormEvent, useState } from 'react';
import { usePermissions, useTranslate } from 'react-admin';
import { useRefundReasons, useRefundWords } from '../refunds/use-refund-words';

interface MeasuresDialogProps {
  measures: readonly CaseMeasureRequest[];
  onChoose: (measures: CaseMeasureRequest[]) => void;
  onClose: () => void;
}

type Of<T extends MeasureType> = Extract<CaseMeasureRequest, { type: T }>;

const begun = (type: MeasureType): CaseMeasureRequest => {
  if (type === 'refund') return { type, reason: '' };
  if (type === 'list_entry') return { type, list: 'block', of: 'instrument', days: 365 };
  if (type === 'warn') return { type, text: '' };
  return { type };
};

const isComplete = (measure: CaseMeasureRequest): boolean => {
  if (measure.type === 'refund') return measure.reason !== '';
  if (measure.type === 'warn') return measure.text.trim() !== '';
  return true;
};

/** Chooses what the decision will do, among what this person may do; nothing happens before the decision is confirmed. */
export function MeasuresDialog({ measures, onChoose, onClose }: MeasuresDialogProps) {
  const translate = useTranslate();
  const { permissions = [] } = usePermissions<Permission[]>();
  const [chosen, setChosen] = useState<readonly CaseMeasureRequest[]>(measures);
  const clash = contradiction(chosen);
  const offered = MEASURE_TYPES.filter(
    (type) => permissions.includes(MEASURE_PERMISSIONS[type]) || measures.some((one) => one.type === type),
  );
  const toggle = (type: MeasureType) => {
    const without = chosen.filter((one) => one.type !== type);
    setChosen(without.length < chosen.length ? without : [...chosen, begun(type)]);
  };
  const replace = (old: CaseMeasureRequest, next: CaseMeasureRequest) =>
    setChosen(chosen.map((one) => (one === old ? next : one)));
  const ready = clash === null && chosen.every(isComplete);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // It opens over other forms, and in React events pass through to those: choosing measures must not send them.
    event.stopPropagation();
    if (ready) onChoose([...chosen]);
  };
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="measures-title">
      <form onSubmit={submit} style={{ display: 'flex', flexDirection: 'column', minHeight: 0 }}>
        <DialogTitle id="measures-title">{translate('case.measures')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 0.5 }}>
          {offered.map((type) => {
            const mine = chosen.filter((one) => one.type === type);
            return (
              <Box key={type}>
                <FormControlLabel
                  control={<Checkbox size="small" checked={mine.length > 0} onChange={() => toggle(type)} />}
                  label={translate(`case_measure.${type}`)}
                />
                {mine.map((measure) => (
                  <Particulars
                    key={chosen.indexOf(measure)}
                    measure={measure}
                    onChange={(next) => replace(measure, next)}
                  />
                ))}
              </Box>
            );
          })}
          {clash && (
            <Alert severity="error">
              {translate('case.contradiction', {
                one: translate(`case_measure.${clash[0]}`),
                other: translate(`case_measure.${clash[1]}`),
              })}
            </Alert>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={!ready}>
            {translate('case.take_over')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

interface ParticularsProps<T extends CaseMeasureRequest = CaseMeasureRequest> {
  measure: T;
  onChange: (measure: T) => void;
}

/** What a measure needs to know besides its name. */
function Particulars({ measure, onChange }: ParticularsProps) {
  if (measure.type === 'refund') return <RefundReason measure={measure} onChange={onChange} />;
  if (measure.type === 'list_entry') return <ListEntry measure={measure} onChange={onChange} />;
  if (measure.type === 'warn') return <Warning measure={measure} onChange={onChange} />;
  return null;
}

function RefundReason({ measure, onChange }: ParticularsProps<Of<'refund'>>) {
  const translate = useTranslate();
  const { data = [] } = useRefundReasons();
  const { labelText } = useRefundWords();
  return (
    <TextField
      select
      fullWidth
      label={translate('resources.refunds.fields.reason')}
      value={data.some(({ code }) => code === measure.reason) ? measure.reason : ''}
      onChange={(event) => onChange({ ...measure, reason: event.target.value })}
      sx={{ marginY: 1 }}
    >
      {data.map(({ code, label }) => (
        <MenuItem key={code} value={code}>
          {labelText(code, label)}
        </MenuItem>
      ))}
    </TextField>
  );
}

function ListEntry({ measure, onChange }: ParticularsProps<Of<'list_entry'>>) {
  const translate = useTranslate();
  const days = measure.days === undefined ? '' : String(measure.days);
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1.4fr 90px', gap: 1, marginY: 1 }}>
      <TextField
        select
        label={translate('case_measure.list')}
        value={measure.list}
        onChange={(event) => onChange({ ...measure, list: event.target.value as Of<'list_entry'>['list'] })}
      >
        {LIST_NAMES.map((name) => (
          <MenuItem key={name} value={name}>
            {translate(`list_name.${name}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={translate('case_measure.of')}
        value={measure.of}
        onChange={(event) => onChange({ ...measure, of: event.target.value as Of<'list_entry'>['of'] })}
      >
        {LIST_VALUE_TYPES.map((type) => (
          <MenuItem key={type} value={type}>
            {translate(`list_type.${type}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        label={translate('case_measure.days_label')}
        value={days}
        onChange={({ target }) => {
          const { days: _, ...rest } = measure;
          const next = Number(target.value.replaceAll(/\D/g, ''));
          onChange(next > 0 ? { ...rest, days: next } : rest);
        }}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
      />
    </Box>
  );
}

function Warning({ measure, onChange }: ParticularsProps<Of<'warn'>>) {
  const translate = useTranslate();
  return (
    <TextField
      label={translate('case_measure.warn_text')}
      value={measure.text}
      onChange={(event) => onChange({ ...measure, text: event.target.value })}
      multiline
      minRows={2}
      fullWidth
      sx={{ marginY: 1 }}
    />
  );
}
