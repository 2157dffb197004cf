import { type ListUploadAnswer, MAX_LIST_UPLOAD_CHARS } from '@coinwarden/contracts';
import type { ListName, ListValueType } from '@coinwarden/domain';
import { Box } from '@mui/material';
import { useState } from 'react';
import { UploadPage } from '../../upload/upload-page';
import { useUpload } from '../../upload/use-upload';
import { ExpiryField, ListField, TypeField } from './entry-fields';
import { UploadPreview } from './upload-preview';

const REASON_LENGTH = 200;

/** What goes on which list. */
export default function ListUpload() {
  const [list, setList] = useState<ListName>('block');
  const [type, setType] = useState<ListValueType>('account');
  const [reason, setReason] = useState('');
  const [expiresAt, setExpiresAt] = useState<string | null>(null);
  const [text, setText] = useState('');
  const complete = text.trim() !== '' && text.length <= MAX_LIST_UPLOAD_CHARS && reason.trim() !== '';
  const request = complete ? { list, type, reason: reason.trim(), expiresAt, text } : null;
  const draft = useUpload(request, {
    path: 'lists/batch',
    list: 'lists',
    done: 'list_upload.done',
    counted: ({ added }: ListUploadAnswer) => added,
  });
  return (
    <UploadPage
      words="list_upload"
      text={text}
      onText={setText}
      reason={reason}
      onReason={setReason}
      reasonLength={REASON_LENGTH}
      complete={complete}
      busy={draft.busy}
      problem={draft.problem}
      errors={draft.fields}
      onTry={draft.tryOut}
      fields={
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))' }}>
          <ListField value={list} onChange={setList} />
          <TypeField value={type} onChange={setType} />
          <ExpiryField value={expiresAt} error={draft.fields['expiresAt']} onChange={setExpiresAt} />
        </Box>
      }
      preview={
        draft.answer && (
          <UploadPreview
            answer={draft.answer}
            list={list}
            busy={draft.busy !== null}
            onSubmit={() => draft.submit()}
          />
        )
      }
    />
  );
}
