import type { EvidencePack } from '@coinwarden/contracts';
import { EVIDENCE_STATEMENT_CHARS } from '@coinwarden/domain';
import { Box, Button, TextField, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useUnsaved } from '../../../actions/use-unsaved';
import { Section } from '../../../display/section';
import { useFormat } from '../../../i18n/use-format';

interface StatementEditorProps {
  pack: EvidencePack;
  disabled: boolean;
  busy: boolean;
  /** Told of text that is not in the document yet. */
  onDirty: (dirty: boolean) => void;
  onSave: (statement: string) => void;
}

/** The argument in the analyst's words. The facts suggest one, and it can always be had back. */
export function StatementEditor({ pack, disabled, busy, onDirty, onSave }: StatementEditorProps) {
  const translate = useTranslate();
  const format = useFormat();
  const [text, setText] = useState(pack.statement);
  useEffect(() => setText(pack.statement), [pack.statement]);
  const dirty = text.trim() !== pack.statement.trim();
  useEffect(() => onDirty(dirty), [dirty, onDirty]);
  useUnsaved(dirty && !busy);
  const edited = text.trim() !== pack.suggestedStatement.trim();
  const chars = { chars: format.number(text.length), max: format.number(EVIDENCE_STATEMENT_CHARS) };
  return (
    <Section title={translate('evidence.statement')} hint={translate('evidence.statement_hint')}>
      <TextField
        value={text}
        onChange={(event) => setText(event.target.value)}
        disabled={disabled}
        multiline
        minRows={6}
        maxRows={18}
        fullWidth
        slotProps={{
          htmlInput: {
            maxLength: EVIDENCE_STATEMENT_CHARS,
            lang: 'en',
            'aria-label': translate('evidence.statement'),
          },
        }}
      />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, marginTop: 1 }}>
        <Typography variant="caption" sx={{ color: 'var(--muted)', flex: 1 }}>
          {translate('evidence.chars', chars)}
        </Typography>
        {!disabled && edited && (
          <Button onClick={() => setText(pack.suggestedStatement)}>{translate('evidence.suggested')}</Button>
        )}
        {!disabled && (
          <Button
            variant="outlined"
            loading={busy}
            disabled={!dirty || text.trim() === ''}
            onClick={() => onSave(text.trim())}
          >
            {translate('evidence.save')}
          </Button>
        )}
      </Box>
    </Section>
  );
}
