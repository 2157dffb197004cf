import { MAX_PRICE_UPLOAD_CHARS, type PriceUploadAnswer } from '@coinwarden/contracts';
import { useState } from 'react';
import { AT_LENGTH } from '../../actions/action-dialog';
import { UploadPage } from '../../upload/upload-page';
import { useUpload } from '../../upload/use-upload';
import { PriceUploadPreview } from './price-upload-preview';

/** Many prices at once, from a table that the export gives and this takes back. */
export default function PriceUpload() {
  const [reason, setReason] = useState('');
  const [text, setText] = useState('');
  const complete = text.trim() !== '' && text.length <= MAX_PRICE_UPLOAD_CHARS && reason.trim() !== '';
  const request = complete ? { text, reason: reason.trim() } : null;
  const draft = useUpload(request, {
    path: 'price-points/batch',
    list: 'price-points',
    done: 'price_upload.done',
    counted: ({ changed }: PriceUploadAnswer) => changed,
  });
  return (
    <UploadPage
      words="price_upload"
      text={text}
      onText={setText}
      reason={reason}
      onReason={setReason}
      reasonLength={AT_LENGTH}
      complete={complete}
      busy={draft.busy}
      problem={draft.problem}
      errors={draft.fields}
      onTry={draft.tryOut}
      preview={
        draft.answer && (
          <PriceUploadPreview
            answer={draft.answer}
            busy={draft.busy !== null}
            onSubmit={(acceptWarnings) => draft.submit({ acceptWarnings })}
          />
        )
      }
    />
  );
}
