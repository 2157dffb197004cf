import type { SavedView, ViewQuery } from '@coinwarden/contracts';
import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  Switch,
  TextField,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useWrite } from '../actions/use-write';
import { sendJson } from '../providers/http';
import { useMay } from '../providers/use-may';

interface ViewDialogProps {
  /** Null: a new one. */
  view: SavedView | null;
  resource: string;
  query: ViewQuery;
  onClose: () => void;
}

/** Names a view, says who sees it and whether the list begins with it. Of others' views only the last is one's own to say. */
export function ViewDialog({ view, resource, query, onClose }: ViewDialogProps) {
  const translate = useTranslate();
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState(view?.shared ?? false);
  const [preferred, setPreferred] = useState(view?.preferred ?? false);
  const mayShare = useMay('view.share');
  const mine = view?.mine ?? true;
  const saved = useWrite({ done: translate('view.saved'), onDone: onClose });
  const removed = useWrite({ done: translate('view.removed'), onDone: onClose });
  const save = () => {
    const own = { name: name.trim(), shared };
    if (view === null)
      saved.write(() => sendJson('POST', 'saved-views', { resource, query, preferred, ...own }));
    else saved.write(() => sendJson('PUT', `saved-views/${view.id}`, { preferred, ...(mine && own) }));
  };
  const problem = saved.problem ?? removed.problem;
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="view-title">
      <DialogTitle id="view-title">
        {view === null ? translate('view.save') : translate('view.edit', { name: view.name })}
      </DialogTitle>
      <DialogContent>
        <Typography variant="body2" sx={{ color: 'var(--muted)', marginBottom: 1.5 }}>
          {translate('view.hint')}
        </Typography>
        <TextField
          autoFocus
          fullWidth
          label={translate('view.name')}
          value={name}
          disabled={!mine}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && name.trim() !== '' && save()}
          slotProps={{ htmlInput: { maxLength: 60 } }}
        />
        <FormControlLabel
          sx={{ display: 'flex', marginTop: 1.5 }}
          control={<Switch checked={preferred} onChange={(_, on) => setPreferred(on)} />}
          label={translate('view.preferred')}
        />
        {mine && mayShare && (
          <FormControlLabel
            sx={{ display: 'flex' }}
            control={<Switch checked={shared} onChange={(_, on) => setShared(on)} />}
            label={translate('view.shared')}
          />
        )}
        {problem && (
          <Alert severity="error" sx={{ marginTop: 1 }}>
            {problem}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        {view?.allowedActions.includes('remove') && (
          <Button
            color="error"
            disabled={removed.busy}
            onClick={() => removed.write(() => sendJson('DELETE', `saved-views/${view.id}`))}
            sx={{ marginRight: 'auto' }}
          >
            {translate('ra.action.delete')}
          </Button>
        )}
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button variant="contained" onClick={save} disabled={saved.busy || name.trim() === ''}>
          {translate('ra.action.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
