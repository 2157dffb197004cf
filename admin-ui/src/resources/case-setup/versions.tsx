import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Link } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { PageLoading } from '../../display/page-loading';
import { readJson } from '../../providers/http';
import { useChangeText } from './use-change-text';

interface Versioned {
  version: number;
  createdAt: string;
  createdBy: { id: string; name: string };
}

interface VersionsProps<Row extends Versioned> {
  path: string;
  title: string;
  /** The current one. */
  version: number;
  show: (version: Row) => ReactNode;
}

/** The way to what it said before; decisions cite the version they were taken by. */
export function VersionsButton<Row extends Versioned>(props: VersionsProps<Row>) {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  if (props.version === 1) return null;
  return (
    <>
      {' · '}
      <Link component="button" type="button" variant="caption" onClick={() => setOpen(true)}>
        {translate('case_setup.versions')}
      </Link>
      {open && <VersionsDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function VersionsDialog<Row extends Versioned>({
  path,
  title,
  show,
  onClose,
}: VersionsProps<Row> & { onClose: () => void }) {
  const translate = useTranslate();
  const changeText = useChangeText();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['case-setup', path],
    queryFn: ({ signal }) => readJson<Row[]>(path, signal),
  });
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="versions-title">
      <DialogTitle id="versions-title">{title}</DialogTitle>
      <DialogContent sx={{ fontSize: '0.8125rem' }}>
        {error && <ErrorState error={error} onRetry={refetch} />}
        {isPending && <PageLoading />}
        <Box component="ol" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 2 }}>
          {data?.map((version) => (
            <Box component="li" key={version.version} sx={{ display: 'grid', gap: 0.5 }}>
              <strong>
                {changeText({ no: version.version, at: version.createdAt, by: version.createdBy })}
              </strong>
              {show(version)}
            </Box>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
