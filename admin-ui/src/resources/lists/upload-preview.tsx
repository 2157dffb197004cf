import type { ListUploadAnswer } from '@coinwarden/contracts';
import type { ListName } from '@coinwarden/domain';
import { Alert, Box, Button, FormControlLabel, Radio, RadioGroup } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Facts } from '../../display/facts';
import { RecordTable } from '../../display/record-table';
import { useFormat } from '../../i18n/use-format';

const SHOWN_ROWS = 20;

interface UploadPreviewProps {
  answer: ListUploadAnswer;
  list: ListName;
  busy: boolean;
  onSubmit: () => void;
}

/** What an upload would do, row errors by line, and the choice what to do about them. */
export function UploadPreview({ answer, list, busy, onSubmit }: UploadPreviewProps) {
  const [skip, setSkip] = useState(false);
  const translate = useTranslate();
  const format = useFormat();
  const said = (key: string, count: number) =>
    translate(`list_upload.${key}`, { smart_count: count, count: format.number(count) });
  const figure = (key: 'rows' | 'added' | 'present' | 'repeated' | 'refused') =>
    [translate(`list_upload.figure.${key}`), format.number(answer[key])] as const;
  const blocked = answer.refused > 0 && !skip;
  return (
    <>
      <Facts
        items={[figure('rows'), figure('added'), figure('present'), figure('repeated'), figure('refused')]}
      />
      {answer.conflicts > 0 && (
        <Alert severity="warning">
          {said('conflicts', answer.conflicts)}
          <Box component="ul" sx={{ margin: '4px 0 0', paddingInlineStart: 2.5 }}>
            {answer.conflictExamples.slice(0, 5).map(({ line, value, otherList }) => (
              <li key={`${line} ${otherList}`}>
                {translate('list_upload.conflict', {
                  line,
                  value,
                  list: translate(`list_name.${otherList}`),
                })}
              </li>
            ))}
          </Box>
        </Alert>
      )}
      {answer.refused > 0 && (
        <>
          <Alert severity="error">{said('wrong', answer.refused)}</Alert>
          <Box sx={{ maxHeight: 320, overflow: 'auto' }}>
            <RecordTable
              rows={answer.errors.slice(0, SHOWN_ROWS)}
              rowKey={(row) => String(row.line)}
              label={translate('list_upload.figure.refused')}
              empty=""
              columns={[
                { label: translate('list_upload.line'), value: (row) => row.line, numeric: true },
                { label: translate('resources.lists.fields.value'), value: (row) => row.value },
                { label: translate('list_upload.detail'), value: (row) => row.detail },
              ]}
            />
          </Box>
          <RadioGroup
            aria-label={translate('list_upload.choice')}
            value={skip ? 'skip' : 'refuse'}
            onChange={(_, value) => setSkip(value === 'skip')}
          >
            {(['refuse', 'skip'] as const).map((way) => (
              <FormControlLabel
                key={way}
                value={way}
                control={<Radio size="small" />}
                label={translate(`list_upload.way.${way}`)}
              />
            ))}
          </RadioGroup>
        </>
      )}
      <Button
        variant="contained"
        color={list === 'block' ? 'error' : 'primary'}
        loading={busy}
        disabled={answer.added === 0 || blocked}
        onClick={onSubmit}
        sx={{ minHeight: 40 }}
      >
        {said('submit', answer.added)}
      </Button>
    </>
  );
}
