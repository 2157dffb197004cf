import { Alert, Box, Button, Card } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { ConflictAlert } from '../../../actions/conflict-alert';

interface SaveBarProps {
  isNew: boolean;
  backTo: string;
  busy: boolean;
  ready: boolean;
  /** Why it cannot be saved yet. */
  waitsFor: string;
  conflict: boolean;
  problem: string | null;
  onLook: () => void;
  /** What somebody else wrote, once it was looked at. */
  children: ReactNode;
}

/** Saving stays in view however long the form is, and says what stands in its way. */
export function SaveBar(props: SaveBarProps) {
  const { isNew, backTo, busy, ready, waitsFor, conflict, problem, onLook, children } = props;
  const translate = useTranslate();
  return (
    <Card
      sx={{
        position: 'sticky',
        bottom: 0,
        zIndex: 6,
        padding: '10px 16px',
        display: 'grid',
        gap: 1,
        boxShadow: '0 -6px 18px rgb(0 0 0 / 0.08)',
        maxHeight: '60vh',
        overflowY: 'auto',
      }}
    >
      {conflict && <ConflictAlert said={translate('promotion.meanwhile.conflict')} onLook={onLook} />}
      {children}
      {problem && <Alert severity="error">{problem}</Alert>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Box role="status" sx={{ flex: 1, minWidth: 120, fontSize: '0.8125rem', color: 'var(--muted)' }}>
          {ready ? translate('promotion.save_hint') : waitsFor}
        </Box>
        <Button component={Link} to={backTo}>
          {translate('ra.action.cancel')}
        </Button>
        <Button type="submit" variant="contained" loading={busy} disabled={!ready || conflict}>
          {translate(isNew ? 'promotion.create' : 'promotion.save')}
        </Button>
      </Box>
    </Card>
  );
}
