import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
} from '@mui/material';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';

export interface ActionDialogProps {
  open: boolean;
  title: string;
  /** What will happen, in plain words and with the amounts, before it happens. */
  children: ReactNode;
  confirmLabel: string;
  tone?: 'primary' | 'error' | 'warning';
  reason: 'required' | 'optional' | 'none';
  /** What the field is called and where its text goes, where that is not the audit log alone. */
  reasonLabel?: string;
  reasonHint?: string;
  /** How long the reason may be; a decision is argued at more length than a click is explained. */
  reasonLength?: number;
  /** Off where fields of its own come before the reason. */
  focusReason?: boolean;
  /** `sm` where a preview stands in it, `md` where it is a form with one beside it. */
  width?: 'xs' | 'sm' | 'md';
  /** Off while the preview it confirms is not there. */
  ready?: boolean;
  busy: boolean;
  problem: string | null;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}

const BRIEF = 200;
/** What the server takes where it asks for more than a line. */
export const AT_LENGTH = 4_000;

/** Every action that moves value or binds a person passes here: the consequence, a reason, and a deliberate click. */
export function ActionDialog(props: ActionDialogProps) {
  const { open, title, children, confirmLabel, tone = 'primary', busy, problem, onConfirm, onClose } = props;
  const [reason, setReason] = useState('');
  const translate = useTranslate();
  useEffect(() => {
    if (open) setReason('');
  }, [open]);
  const incomplete = props.ready === false || (props.reason === 'required' && reason.trim() === '');
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    if (!incomplete && !busy) onConfirm(reason.trim());
  };
  // Enter alone begins a new line of the reason.
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
  };
  return (
    <Dialog
      open={open}
      onClose={busy ? undefined : onClose}
      maxWidth={props.width ?? 'xs'}
      fullWidth
      aria-labelledby="action-title"
    >
      {/* The preview scrolls; what it asks for stays in view. */}
      <form
        onSubmit={submit}
        onKeyDown={onKey}
        style={{ display: 'flex', flexDirection: 'column', minHeight: 0 }}
      >
        <DialogTitle id="action-title">{title}</DialogTitle>
        <DialogContent>
          <Box sx={{ fontSize: '0.8125rem' }}>{children}</Box>
          {props.reason !== 'none' && (
            <TextField
              label={
                props.reasonLabel ??
                translate(props.reason === 'required' ? 'action.reason' : 'action.reason_optional')
              }
              helperText={props.reasonHint ?? translate('action.reason_hint')}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              multiline
              minRows={2}
              maxRows={10}
              fullWidth
              autoFocus={props.focusReason ?? true}
              sx={{ marginTop: 2 }}
              slotProps={{ htmlInput: { maxLength: props.reasonLength ?? BRIEF } }}
            />
          )}
          {problem && (
            <Alert severity="error" sx={{ marginTop: 2 }}>
              {problem}
            </Alert>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {translate('ra.action.cancel')}
          </Button>
          <Button type="submit" variant="contained" color={tone} loading={busy} disabled={incomplete}>
            {confirmLabel}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
