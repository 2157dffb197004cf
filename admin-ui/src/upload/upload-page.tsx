import { Alert, Box, Button, LinearProgress, TextField, Typography } from '@mui/material';
import type { FormEvent, ReactNode } from 'react';
import { Title, useTranslate } from 'react-admin';
import { LinesField } from '../actions/lines-field';
import { useUnsaved } from '../actions/use-unsaved';
import { EmptyState } from '../display/empty-state';
import { Panes } from '../display/panes';
import { Section } from '../display/section';
import { useFormat } from '../i18n/use-format';

interface UploadPageProps {
  /** The section of its words: `title`, `what`, `hint`, `text`, `placeholder` and `columns`. */
  words: string;
  text: string;
  onText: (text: string) => void;
  reason: string;
  onReason: (reason: string) => void;
  reasonLength: number;
  /** What else is asked for, between the text and the reason. */
  fields?: ReactNode;
  complete: boolean;
  busy: 'dry' | 'submit' | null;
  problem: string | null;
  errors: Readonly<Record<string, string>>;
  onTry: () => Promise<void>;
  /** What would come of it, once that is known. */
  preview: ReactNode;
}

/** Rows that are pasted or a file of them on the left; what would come of them on the right, before anything does. */
export function UploadPage(props: UploadPageProps) {
  const { words, text, reason, busy, problem, errors, preview } = props;
  const translate = useTranslate();
  const format = useFormat();
  const lines = text === '' ? 0 : text.trimEnd().split('\n').length;
  useUnsaved((text.trim() !== '' || reason.trim() !== '') && busy !== 'submit');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void props.onTry();
  };
  return (
    <>
      <Title title={translate(`${words}.title`)} />
      <Panes>
        <form onSubmit={submit}>
          <Section title={translate(`${words}.what`)} hint={translate(`${words}.hint`)}>
            <Box sx={{ display: 'grid', gap: 2, paddingTop: 1 }}>
              <LinesField
                label={translate(`${words}.text`)}
                placeholder={translate(`${words}.placeholder`)}
                text={text}
                onText={props.onText}
                error={errors['text']}
              >
                {translate('upload.lines', { smart_count: lines, count: format.number(lines) })}
              </LinesField>
              {props.fields}
              <TextField
                label={translate('upload.reason')}
                value={reason}
                onChange={(event) => props.onReason(event.target.value)}
                error={errors['reason'] !== undefined}
                helperText={errors['reason']}
                required
                slotProps={{ htmlInput: { maxLength: props.reasonLength } }}
              />
              <Typography variant="caption" sx={{ color: 'var(--muted)' }}>
                {translate(`${words}.columns`)}
              </Typography>
              <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
                <Button
                  type="submit"
                  variant="outlined"
                  loading={busy === 'dry'}
                  disabled={!props.complete || busy !== null}
                >
                  {translate('upload.dry_run')}
                </Button>
              </Box>
            </Box>
          </Section>
        </form>
        <Section title={translate('upload.preview')} hint={translate('upload.preview_hint')}>
          <Box sx={{ display: 'grid', gap: 2, paddingTop: 1 }}>
            {busy && <LinearProgress aria-label={translate('upload.working')} />}
            {problem && <Alert severity="error">{problem}</Alert>}
            {preview ||
              (!problem && (
                <EmptyState
                  title={translate('upload.nothing_yet')}
                  hint={translate('upload.nothing_yet_hint')}
                />
              ))}
          </Box>
        </Section>
      </Panes>
    </>
  );
}
