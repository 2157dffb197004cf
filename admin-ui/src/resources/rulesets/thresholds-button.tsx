import type { StaffRuleset } from '@coinwarden/contracts';
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
import { type FormEvent, useState } from 'react';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import { fieldErrorsOf, Refusal, sendJson } from '../../providers/http';

/** From which score a draft holds and declines, and what it is for. */
export function ThresholdsButton({ ruleset }: { ruleset: StaffRuleset }) {
  const [open, setOpen] = useState(false);
  const translate = useTranslate();
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {translate('ruleset_page.edit_head')}
      </Button>
      {open && <ThresholdsDialog ruleset={ruleset} onClose={() => setOpen(false)} />}
    </>
  );
}

function ThresholdsDialog({ ruleset, onClose }: { ruleset: StaffRuleset; onClose: () => void }) {
  const [values, setValues] = useState({
    reviewScore: String(ruleset.reviewScore),
    declineScore: String(ruleset.declineScore),
    comment: ruleset.comment,
  });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const errors = fieldErrorsOf(refusal);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await sendJson('PUT', `rulesets/${ruleset.id}`, {
        revision: ruleset.revision,
        comment: values.comment.trim(),
        reviewScore: Number(values.reviewScore),
        declineScore: Number(values.declineScore),
      });
      notify('ruleset_page.saved', { type: 'success' });
      refresh();
      onClose();
    } catch (error) {
      setRefusal(error instanceof Refusal ? error : null);
    } finally {
      setBusy(false);
    }
  };
  const field = (name: keyof typeof values) => ({
    label: translate(`resources.rulesets.fields.${name}`),
    value: values[name],
    error: errors[name] !== undefined,
    helperText: errors[name],
    onChange: (event: { target: { value: string } }) => setValues({ ...values, [name]: event.target.value }),
  });
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="thresholds-title">
      <form onSubmit={save}>
        <DialogTitle id="thresholds-title">{translate('ruleset_page.edit_head_title')}</DialogTitle>
        <DialogContent>
          <Box sx={{ display: 'grid', gap: 2, paddingTop: 1 }}>
            <TextField type="number" {...field('reviewScore')} />
            <TextField type="number" {...field('declineScore')} />
            <TextField multiline minRows={2} {...field('comment')} />
            {refusal && <Alert severity="error">{refusal.message}</Alert>}
          </Box>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
          <Button type="submit" variant="contained" loading={busy}>
            {translate('rule_editor.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
