import type { PriceUploadAnswer } from '@coinwarden/contracts';
import { Alert, Box, Button, Checkbox, FormControlLabel, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Facts } from '../../display/facts';
import { type Column, RecordTable } from '../../display/record-table';
import { TwoLines } from '../../display/two-lines';
import { useFormat } from '../../i18n/use-format';
import { WrongRows } from '../../upload/wrong-rows';
import { usePlaceText, WarningTags } from './price-words';

const SHOWN_ROWS = 100;

interface PriceUploadPreviewProps {
  answer: PriceUploadAnswer;
  busy: boolean;
  onSubmit: (acceptWarnings: boolean) => void;
}

/** What an upload would change, the unusual first; wrong rows and warnings are each answered for before it can. */
export function PriceUploadPreview({ answer, busy, onSubmit }: PriceUploadPreviewProps) {
  const [skip, setSkip] = useState(false);
  const [meant, setMeant] = useState(false);
  const translate = useTranslate();
  const format = useFormat();
  const said = (key: string, count: number) =>
    translate(`price_upload.${key}`, { smart_count: count, count: format.number(count) });
  const figure = (key: 'rows' | 'changed' | 'unchanged' | 'refused' | 'warned') =>
    [translate(`price_upload.figure.${key}`), format.number(answer[key])] as const;
  const blocked = (answer.refused > 0 && !skip) || (answer.warned > 0 && !meant);
  return (
    <>
      <Facts
        items={[figure('rows'), figure('changed'), figure('unchanged'), figure('refused'), figure('warned')]}
      />
      {answer.refused > 0 && (
        <WrongRows count={answer.refused} errors={answer.errors} skip={skip} onSkip={setSkip} />
      )}
      {answer.changes.length > 0 && <Changes answer={answer} />}
      {answer.warned > 0 && (
        <Alert severity="warning">
          {said('warned', answer.warned)}
          <FormControlLabel
            sx={{ display: 'flex' }}
            control={<Checkbox size="small" checked={meant} onChange={(_, checked) => setMeant(checked)} />}
            label={translate('price_upload.meant')}
          />
        </Alert>
      )}
      <Button
        variant="contained"
        loading={busy}
        disabled={answer.changed === 0 || blocked}
        onClick={() => onSubmit(meant)}
        sx={{ minHeight: 40 }}
      >
        {said('submit', answer.changed)}
      </Button>
    </>
  );
}

type Change = PriceUploadAnswer['changes'][number];

function Changes({ answer: { changes, changed } }: { answer: PriceUploadAnswer }) {
  const translate = useTranslate();
  const format = useFormat();
  const { placeText } = usePlaceText();
  const shown = changes.slice(0, SHOWN_ROWS);
  const columns: Column<Change>[] = [
    { label: translate('upload.line'), numeric: true, value: ({ line }) => format.number(line) },
    {
      label: translate('resources.price-points.fields.packageId'),
      value: (change) => (
        <TwoLines below={placeText(change.after.currency, change.region)}>
          <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
            {change.packageId}
          </Box>{' '}
          {change.warnings.length > 0 && <WarningTags warnings={change.warnings} />}
        </TwoLines>
      ),
    },
    {
      label: translate('price_upload.change'),
      numeric: true,
      value: ({ before, after, changePercent }) => (
        <TwoLines
          below={
            changePercent === null ? translate('price_upload.new') : format.signedPercent(changePercent / 100)
          }
        >
          {before ? `${format.money(before)} → ${format.money(after)}` : format.money(after)}
        </TwoLines>
      ),
    },
  ];
  return (
    <Box>
      {/* What scrolls is reached by the keyboard too. */}
      <Box sx={{ maxHeight: 420, overflow: 'auto', marginX: -2 }} tabIndex={0}>
        <RecordTable
          label={translate('price_upload.changes')}
          rows={shown}
          rowKey={({ line }) => String(line)}
          empty=""
          columns={columns}
        />
      </Box>
      {changed > shown.length && (
        <Typography variant="caption" sx={{ color: 'var(--muted)' }}>
          {translate('price_upload.more', { count: format.number(changed - shown.length) })}
        </Typography>
      )}
    </Box>
  );
}
