import type { SearchAnswer } from '@coinwarden/contracts';
import { Alert, Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Refusal } from '../providers/http';

interface PaletteNotesProps {
  text: string;
  answer: SearchAnswer | undefined;
  waiting: boolean;
  error: unknown;
  found: number;
  onRetry: () => void;
}

/** What the list cannot say: what the text was taken for, that there is nothing, that somebody did not answer. */
export function PaletteNotes({ text, answer, waiting, error, found, onRetry }: PaletteNotesProps) {
  const translate = useTranslate();
  if (error) {
    return (
      <Alert
        severity="error"
        sx={{ margin: 1 }}
        action={<Button onClick={onRetry}>{translate('error.retry')}</Button>}
      >
        {error instanceof Refusal ? error.message : translate('error.unexpected.title')}
      </Alert>
    );
  }
  const unanswered = answer?.unanswered ?? [];
  const kinds = unanswered.map((kind) => translate(`search.kind.${kind}`)).join(', ');
  return (
    <Box sx={{ padding: '6px 10px', color: 'var(--muted)' }}>
      <Typography variant="body2" role="status">
        {text === '' && translate('search.hint')}
        {text !== '' && !waiting && found === 0 && translate('search.nothing', { text })}
        {text !== '' && !waiting && found > 0 && (
          <>
            {translate('search.found', { smart_count: found })}
            {answer?.meaning && ` · ${translate(`search.meaning.${answer.meaning}`)}`}
          </>
        )}
      </Typography>
      {text !== '' && !waiting && found === 0 && (
        <Typography variant="body2">{translate('search.nothing_hint')}</Typography>
      )}
      {unanswered.length > 0 && (
        <Alert
          severity="warning"
          sx={{ marginTop: 1 }}
          action={<Button onClick={onRetry}>{translate('error.retry')}</Button>}
        >
          {translate('search.unanswered', { kinds })}
        </Alert>
      )}
    </Box>
  );
}
