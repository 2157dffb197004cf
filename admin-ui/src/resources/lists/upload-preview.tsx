import type { ListUploadAnswer } from '@coinwarden/contracts';
import type { ListName } from '@coinwarden/domain';
import { Alert, Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Facts } from '../../display/facts';
import { useFormat } from '../../i18n/use-format';
import { WrongRows } from '../../upload/wrong-rows';

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
        <WrongRows count={answer.refused} errors={answer.errors} skip={skip} onSkip={setSkip} />
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
