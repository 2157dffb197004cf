import { MAX_EXPORT_ROWS } from '@coinwarden/contracts';
import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  IconButton,
  LinearProgress,
  Tooltip,
  Typography,
} from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { useFormat } from '../i18n/use-format';
import { download } from '../providers/http';

/** The rows the filters find, as a file. Says beforehand how many and what of them, and while it comes how far it is. */
export function ExportButton() {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const label = translate('export.title');
  return (
    <>
      <Tooltip title={label}>
        <IconButton aria-label={label} onClick={() => setOpen(true)} sx={{ color: 'var(--muted)' }}>
          <FileDownloadOutlined fontSize="small" />
        </IconButton>
      </Tooltip>
      {open && <ExportDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function ExportDialog({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const { resource, filter, filterValues, sort, total = 0, meta } = useListContext();
  const rows: number = meta?.total ?? total;
  const { state, start } = useExport(resource, { filter: { ...filterValues, ...filter }, sort }, onClose);
  const narrowed = Object.keys(filterValues).length > 0;
  const tooMany = rows > MAX_EXPORT_ROWS;
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="export-title">
      <DialogTitle id="export-title">{translate('export.title')}</DialogTitle>
      <DialogContent>
        <Typography>
          {translate(narrowed ? 'export.filtered' : 'export.all', {
            smart_count: rows,
            rows: format.number(rows),
            name: translate(`resources.${resource}.name`, { smart_count: 2, _: resource }),
          })}
        </Typography>
        <Typography variant="body2" sx={{ color: 'var(--muted)', marginTop: 1 }}>
          {translate('export.hint')}
        </Typography>
        {tooMany && (
          <Alert severity="warning" sx={{ marginTop: 2 }}>
            {translate('export.too_many', { most: format.number(MAX_EXPORT_ROWS) })}
          </Alert>
        )}
        {state.failed && (
          <Alert severity="error" sx={{ marginTop: 2 }}>
            {state.failed}
          </Alert>
        )}
        {state.rows !== null && (
          <>
            <LinearProgress
              variant="determinate"
              value={rows === 0 ? 100 : Math.min(100, (100 * state.rows) / rows)}
              aria-label={translate('export.title')}
              sx={{ marginTop: 2 }}
            />
            <Typography variant="caption" role="status">
              {translate('export.progress', { rows: format.number(state.rows) })}
            </Typography>
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button variant="contained" onClick={start} disabled={state.rows !== null}>
          {translate('export.start')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface ExportState {
  /** That have come; null when nothing runs. */
  readonly rows: number | null;
  readonly failed: string | null;
}

const IDLE: ExportState = { rows: null, failed: null };

/** Closing the dialog gives the file up; the server notices and reads no further. */
function useExport(
  resource: string,
  asked: { filter: object; sort: { field: string; order: string } },
  onDone: () => void,
) {
  const [state, setState] = useState(IDLE);
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const start = async () => {
    const controller = new AbortController();
    running.current = controller;
    setState({ rows: 0, failed: null });
    const query = new URLSearchParams({
      filter: JSON.stringify(asked.filter),
      sort: JSON.stringify([asked.sort.field, asked.sort.order]),
    });
    try {
      const onRows = (rows: number) => setState({ rows, failed: null });
      save(await download(`${resource}?${query}`, { signal: controller.signal, onRows }), `${resource}.csv`);
      onDone();
    } catch (error) {
      if (!controller.signal.aborted)
        setState({ rows: null, failed: error instanceof Error ? error.message : String(error) });
    }
  };
  return { state, start };
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
