import type { ContentTrialAnswer } from '@coinwarden/contracts';
import { CONTENT_KINDS, type ContentKind } from '@coinwarden/domain';
import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  MenuItem,
  TextField,
  Typography,
} from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../i18n/use-format';
import { sendJson } from '../../providers/http';
import { useMay } from '../../providers/use-may';
import { ScanLinks, ScanReasons } from './scan-findings';
import { ScanText } from './scan-text';
import { VerdictTag } from './scan-words';

/** What a scan would say about a text, before anybody writes it. */
export function TryText() {
  const [open, setOpen] = useState(false);
  const translate = useTranslate();
  if (!useMay('content.review')) return null;
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)} sx={{ flexShrink: 0 }}>
        {translate('content.try.open')}
      </Button>
      {open && <TryDialog onClose={() => setOpen(false)} />}
    </>
  );
}

interface Tried {
  readonly text: string;
  readonly answer: ContentTrialAnswer;
}

function TryDialog({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const [text, setText] = useState('');
  const [kind, setKind] = useState<ContentKind>('comment');
  const [displayName, setDisplayName] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [tried, setTried] = useState<Tried | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      const name = displayName.trim();
      const body = { kind, text, ...(name !== '' && { displayName: name }) };
      setTried({ text, answer: await sendJson<ContentTrialAnswer>('POST', 'content-scans/try', body) });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="try-title">
      <form onSubmit={submit} style={{ display: 'flex', flexDirection: 'column', minHeight: 0 }}>
        <DialogTitle id="try-title">{translate('content.try.title')}</DialogTitle>
        <DialogContent>
          <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
            {translate('content.try.hint')}
          </Typography>
          <TextField
            label={translate('content.try.text')}
            value={text}
            onChange={(event) => setText(event.target.value)}
            multiline
            minRows={3}
            maxRows={10}
            fullWidth
            autoFocus
            sx={{ marginTop: 2 }}
          />
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 2fr' }, marginTop: 2 }}>
            <TextField
              select
              label={translate('content.try.kind')}
              value={kind}
              onChange={(event) => setKind(event.target.value as ContentKind)}
            >
              {CONTENT_KINDS.map((one) => (
                <MenuItem key={one} value={one}>
                  {translate(`content_kind.${one}`)}
                </MenuItem>
              ))}
            </TextField>
            <TextField
              label={translate('content.try.name')}
              helperText={translate('content.try.name_hint')}
              value={displayName}
              onChange={(event) => setDisplayName(event.target.value)}
              slotProps={{ htmlInput: { maxLength: 200 } }}
            />
          </Box>
          {problem && (
            <Alert severity="error" sx={{ marginTop: 2 }}>
              {problem}
            </Alert>
          )}
          {tried && <Outcome tried={tried} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('content.try.close')}</Button>
          <Button type="submit" variant="contained" loading={busy} disabled={text.trim() === ''}>
            {translate('content.try.button')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function Outcome({ tried: { text, answer } }: { tried: Tried }) {
  const format = useFormat();
  return (
    <Box role="status" sx={{ marginTop: 2, display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        <VerdictTag value={answer.verdict} />
        <span className="tabular">{format.number(answer.score)}</span>
      </Box>
      <ScanText text={text} spans={answer.spans} />
      <ScanReasons reasons={answer.reasons} />
      {answer.links.length > 0 && <ScanLinks links={answer.links} />}
    </Box>
  );
}
