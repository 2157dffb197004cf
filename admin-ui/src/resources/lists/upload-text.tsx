import { useTranslate } from 'react-admin';
import { LinesField } from '../../actions/lines-field';
import { useFormat } from '../../i18n/use-format';

interface UploadTextProps {
  text: string;
  error: string | undefined;
  onText: (text: string) => void;
}

/** Values pasted one a line, or a file chosen or dropped. */
export function UploadText({ text, error, onText }: UploadTextProps) {
  const translate = useTranslate();
  const format = useFormat();
  const lines = text === '' ? 0 : text.trimEnd().split('\n').length;
  return (
    <LinesField
      label={translate('list_upload.text')}
      placeholder={translate('list_upload.placeholder')}
      text={text}
      onText={onText}
      error={error}
    >
      {translate('list_upload.lines', { smart_count: lines, count: format.number(lines) })}
    </LinesField>
  );
}
