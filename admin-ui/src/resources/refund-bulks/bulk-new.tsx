import { MAX_BULK_PURCHASES } from '@coinwarden/contracts';
import { Alert, Box, Button, MenuItem, TextField, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { type FormEvent, useMemo, useState } from 'react';
import { Title, useTranslate } from 'react-admin';
import { AT_LENGTH } from '../../actions/action-dialog';
import { useUnsaved } from '../../actions/use-unsaved';
import { EmptyState } from '../../display/empty-state';
import { Panes } from '../../display/panes';
import { Section } from '../../display/section';
import { useTimeZone } from '../../i18n/time-zone';
import { useFormat } from '../../i18n/use-format';
import { useRefundReasons, useRefundWords } from '../refunds/use-refund-words';
import { BulkPreviewView } from './bulk-preview';
import { ChooseFilter, filterOf, NO_FILTER } from './choose-filter';
import { ChooseIds } from './choose-ids';
import { readPurchaseIds } from './purchase-ids';
import { useBulkDraft } from './use-bulk-draft';

const WAYS = ['ids', 'filter'] as const;
type Way = (typeof WAYS)[number];

/** Which purchases, and why, on the left; what would come of it on the right, before anything does. */
export default function BulkNew() {
  const [way, setWay] = useState<Way>('ids');
  const [text, setText] = useState('');
  const [filterDraft, setFilterDraft] = useState(NO_FILTER);
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const translate = useTranslate();
  const { timeZone } = useTimeZone();
  const { data: reasons = [] } = useRefundReasons();
  const { labelText } = useRefundWords();
  const read = useMemo(() => readPurchaseIds(text), [text]);
  const filter = filterOf(filterDraft, timeZone);
  const noteRequired = reasons.find(({ code }) => code === reason)?.noteRequired ?? false;
  const some = way === 'ids' ? read.ids.length > 0 && read.ids.length <= MAX_BULK_PURCHASES : filter !== null;
  const complete = some && reason !== '' && (!noteRequired || note.trim() !== '');
  const chosen = way === 'ids' ? { purchaseIds: read.ids } : { filter };
  const request = complete ? { ...chosen, reason, ...(note.trim() !== '' && { note: note.trim() }) } : null;
  const draft = useBulkDraft(request);
  useUnsaved((text.trim() !== '' || note.trim() !== '') && draft.busy !== 'submit');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void draft.dryRun();
  };
  return (
    <>
      <Title title={translate('refund_bulk.new')} />
      <Panes>
        <form onSubmit={submit}>
          <Section
            title={translate('refund_bulk.which')}
            action={
              <ToggleButtonGroup
                size="small"
                exclusive
                value={way}
                onChange={(_, next: Way | null) => next && setWay(next)}
                aria-label={translate('refund_bulk.which')}
              >
                {WAYS.map((key) => (
                  <ToggleButton key={key} value={key}>
                    {translate(`refund_bulk.by.${key}`)}
                  </ToggleButton>
                ))}
              </ToggleButtonGroup>
            }
          >
            <Box sx={{ display: 'grid', gap: 2, paddingTop: 1 }}>
              {way === 'ids' ? (
                <ChooseIds
                  text={text}
                  read={read}
                  max={MAX_BULK_PURCHASES}
                  error={draft.fields['purchaseIds'] ?? null}
                  onText={setText}
                />
              ) : (
                <ChooseFilter draft={filterDraft} fields={draft.fields} onChange={setFilterDraft} />
              )}
              <TextField
                select
                label={translate('resources.refunds.fields.reason')}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
                required
                error={draft.fields['reason'] !== undefined}
                helperText={draft.fields['reason']}
              >
                {reasons
                  .filter(({ usable }) => usable)
                  .map(({ code, label }) => (
                    <MenuItem key={code} value={code}>
                      {labelText(code, label)}
                    </MenuItem>
                  ))}
              </TextField>
              <TextField
                label={translate(noteRequired ? 'refund_wizard.note_required' : 'refund_wizard.note')}
                helperText={draft.fields['note'] ?? translate('refund_bulk.note_hint')}
                error={draft.fields['note'] !== undefined}
                required={noteRequired}
                value={note}
                onChange={(event) => setNote(event.target.value)}
                multiline
                minRows={2}
                maxRows={6}
                slotProps={{ htmlInput: { maxLength: AT_LENGTH } }}
              />
              <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
                <Button
                  type="submit"
                  variant="outlined"
                  loading={draft.busy === 'dry'}
                  disabled={request === null}
                >
                  {translate('refund_bulk.dry_run')}
                </Button>
              </Box>
            </Box>
          </Section>
        </form>
        <Outcome draft={draft} />
      </Panes>
    </>
  );
}

function Outcome({ draft }: { draft: ReturnType<typeof useBulkDraft> }) {
  const translate = useTranslate();
  const format = useFormat();
  const { preview } = draft;
  const count = preview?.refundable ?? 0;
  return (
    <Section title={translate('refund_bulk.preview.title')} hint={translate('refund_bulk.preview.hint')}>
      <Box sx={{ display: 'grid', gap: 2, paddingTop: 1 }}>
        {draft.moved && <Alert severity="warning">{translate('refund_bulk.moved')}</Alert>}
        {draft.problem && !draft.moved && <Alert severity="error">{draft.problem}</Alert>}
        {preview ? (
          <>
            <BulkPreviewView preview={preview} />
            <Button
              variant="contained"
              size="medium"
              loading={draft.busy === 'submit'}
              disabled={count === 0 || draft.busy !== null}
              onClick={draft.submit}
              sx={{ minHeight: 40 }}
            >
              {translate(preview.needsSecondPerson ? 'refund_bulk.ask' : 'refund_bulk.start', {
                smart_count: count,
                count: format.number(count),
              })}
            </Button>
          </>
        ) : (
          !draft.problem && (
            <EmptyState
              title={translate('refund_bulk.preview.none')}
              hint={translate('refund_bulk.preview.none_hint')}
            />
          )
        )}
      </Box>
    </Section>
  );
}
