import { Box, Button, Card, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { PageLoading } from '../../display/page-loading';
import { useMay } from '../../providers/use-may';

interface SetupListProps {
  hint: string;
  label: string;
  error: unknown;
  isPending: boolean;
  onRetry: () => void;
  /** What the button that makes a new one says; none where nothing can be made. */
  add?: string;
  onAdd?: () => void;
  children: ReactNode;
}

/** The records of one tab, what they are for, and the way to a new one. */
export function SetupList({ hint, label, error, isPending, onRetry, add, onAdd, children }: SetupListProps) {
  const leads = useMay('case.lead');
  if (error) return <ErrorState error={error} onRetry={onRetry} />;
  if (isPending) return <PageLoading />;
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', marginBottom: 1.5 }}>
        <Typography variant="body2" sx={{ flex: '1 1 300px', color: 'var(--muted)', maxWidth: '75ch' }}>
          {hint}
        </Typography>
        {leads && add && (
          <Button variant="contained" onClick={onAdd} sx={{ marginInlineStart: 'auto' }}>
            {add}
          </Button>
        )}
      </Box>
      <Card component="section" aria-label={label}>
        <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {children}
        </Box>
      </Card>
    </>
  );
}

interface SetupRowProps {
  /** What moves it among the others, where they have an order. */
  order?: ReactNode;
  title: string;
  tags?: ReactNode;
  children: ReactNode;
  /** Which version this is, when and by whom it was written. */
  meta?: ReactNode;
  onEdit: () => void;
  /** What the button that opens it says where it does more than edit. */
  editLabel?: string | undefined;
  /** What else may be done with it. */
  more?: { label: string; onClick: () => void } | false;
}

export function SetupRow({
  order,
  title,
  tags,
  children,
  meta,
  onEdit,
  editLabel,
  more = false,
}: SetupRowProps) {
  const translate = useTranslate();
  const leads = useMay('case.lead');
  return (
    <Box
      component="li"
      data-testid="setup-row"
      sx={{
        display: 'flex',
        gap: 1.5,
        alignItems: 'flex-start',
        padding: '12px 16px',
        borderBottom: '1px solid var(--border)',
        '&:last-of-type': { borderBottom: 0 },
      }}
    >
      {leads && order}
      <Box sx={{ flex: 1, minWidth: 0, fontSize: '0.8125rem', display: 'grid', gap: 0.5 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '4px 8px', alignItems: 'center' }}>
          <Typography component="h3" sx={{ fontSize: '0.875rem', fontWeight: 600 }}>
            {title}
          </Typography>
          {tags}
        </Box>
        {children}
        {meta && (
          <Typography variant="caption" sx={{ color: 'var(--muted)' }}>
            {meta}
          </Typography>
        )}
      </Box>
      {leads && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'flex-end' }}>
          {more && (
            <Button color="inherit" onClick={more.onClick} aria-label={`${more.label}: ${title}`}>
              {more.label}
            </Button>
          )}
          <Button
            variant="outlined"
            color="inherit"
            onClick={onEdit}
            aria-label={
              editLabel ? `${editLabel}: ${title}` : translate('case_setup.edit_one', { name: title })
            }
          >
            {editLabel ?? translate('ra.action.edit')}
          </Button>
        </Box>
      )}
    </Box>
  );
}
