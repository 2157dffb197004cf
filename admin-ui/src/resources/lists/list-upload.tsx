import { MAX_LIST_UPLOAD_CHARS } from '@coinwarden/contracts';
import type { ListName, ListValueType } from '@coinwarden/domain';
import { Alert, Box, Button, LinearProgress, TextField, Typography } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { Title, useTranslate } from 'react-admin';
import { EmptyState } from '../../display/empty-state';
import { Panes } from '../../display/panes';
import { Section } from '../../display/section';
import { ExpiryField, ListField, TypeField } from './entry-fields';
import { UploadPreview } from './upload-preview';
import { UploadText } from './upload-text';
import { useListUpload } from './use-list-upload';

/** What goes on which list on the left; what would come of it on the right, before anything does. */
export default function ListUpload() {
  const [list, setList] = useState<ListName>('block');
  const [type, setType] = useState<ListValueType>('account');
  const [reason, setReason] = useState('');
  const [expiresAt, setExpiresAt] = useState<string | null>(null);
  const [text, setText] = useState('');
  const translate = useTranslate();
  const complete = text.trim() !== '' && text.length <= MAX_LIST_UPLOAD_CHARS && reason.trim() !== '';
  const draft = useListUpload(complete ? { list, type, reason: reason.trim(), expiresAt, text } : null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void draft.tryOut();
  };
  return (
    <>
      <Title title={translate('list_upload.title')} />
      <Panes>
        <form onSubmit={submit}>
          <Section title={translate('list_upload.what')} hint={translate('list_upload.hint')}>
            <Box sx={{ display: 'grid', gap: 2, paddingTop: 1 }}>
              <UploadText text={text} error={draft.fields['text']} onText={setText} />
              <Box
                sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))' }}
              >
                <ListField value={list} onChange={setList} />
                <TypeField value={type} onChange={setType} />
                <ExpiryField value={expiresAt} error={draft.fields['expiresAt']} onChange={setExpiresAt} />
              </Box>
              <TextField
                label={translate('resources.lists.fields.reason')}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
                error={draft.fields['reason'] !== undefined}
                helperText={draft.fields['reason']}
                required
                slotProps={{ htmlInput: { maxLength: 200 } }}
              />
              <Typography variant="caption" sx={{ color: 'var(--muted)' }}>
                {translate('list_upload.columns')}
              </Typography>
              <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
                <Button
                  type="submit"
                  variant="outlined"
                  loading={draft.busy === 'dry'}
                  disabled={!complete || draft.busy !== null}
                >
                  {translate('list_upload.dry_run')}
                </Button>
              </Box>
            </Box>
          </Section>
        </form>
        <Section title={translate('list_upload.preview')} hint={translate('list_upload.preview_hint')}>
          <Box sx={{ display: 'grid', gap: 2, paddingTop: 1 }}>
            {draft.busy && <LinearProgress aria-label={translate('list_upload.working')} />}
            {draft.problem && <Alert severity="error">{draft.problem}</Alert>}
            {draft.answer ? (
              <UploadPreview
                answer={draft.answer}
                list={list}
                busy={draft.busy !== null}
                onSubmit={draft.submit}
              />
            ) : (
              !draft.problem && (
                <EmptyState
                  title={translate('list_upload.nothing_yet')}
                  hint={translate('list_upload.nothing_yet_hint')}
                />
              )
            )}
          </Box>
        </Section>
      </Panes>
    </>
  );
}
