import { Alert, Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { LinesField } from '../../actions/lines-field';
import { useFormat } from '../../i18n/use-format';
import type { ReadIds } from './purchase-ids';

const SHOWN_LINES = 5;

interface ChooseIdsProps {
  text: string;
  read: ReadIds;
  max: number;
  error: string | null;
  onText: (text: string) => void;
}

/** Ids pasted one per line, or a CSV file; what could not be read is named before anything is asked of the server. */
export function ChooseIds({ text, read, max, error, onText }: ChooseIdsProps) {
  const translate = useTranslate();
  const format = useFormat();
  const counted = (words: string, n: number) => translate(words, { smart_count: n, count: format.number(n) });
  const tooMany =
    read.ids.length > max ? translate('refund_bulk.too_many', { max: format.number(max) }) : null;
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <LinesField
        label={translate('refund_bulk.ids')}
        placeholder={translate('refund_bulk.ids_placeholder')}
        text={text}
        onText={onText}
        error={error ?? tooMany}
      >
        {counted('refund_bulk.read', read.ids.length)}
        {read.repeated > 0 && ` · ${counted('refund_bulk.repeated', read.repeated)}`}
      </LinesField>
      {read.unreadable.length > 0 && (
        <Alert severity="warning" sx={{ alignItems: 'flex-start' }}>
          {counted('refund_bulk.unreadable', read.unreadable.length)}
          <Box component="ul" sx={{ margin: '4px 0 0', paddingInlineStart: 2.5 }}>
            {read.unreadable.slice(0, SHOWN_LINES).map(({ line, text: content }) => (
              <li key={line}>{translate('refund_bulk.line', { line, content })}</li>
            ))}
          </Box>
        </Alert>
      )}
    </Box>
  );
}
