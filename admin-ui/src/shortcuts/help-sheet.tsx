import { Box, Dialog, DialogContent, DialogTitle, Typography } from '@mui/material';
import { Fragment } from 'react';
import { useTranslate } from 'react-admin';
import { SHORTCUT_GROUPS, SHORTCUTS, type Shortcut } from './registry';

export const Key = ({ name }: { name: string }) => (
  <Box
    component="kbd"
    sx={{
      display: 'inline-block',
      minWidth: 22,
      padding: '1px 6px',
      borderRadius: '5px',
      border: '1px solid var(--border-strong)',
      borderBottomWidth: 2,
      backgroundColor: 'var(--sunken)',
      textAlign: 'center',
      font: 'inherit',
      fontSize: '0.75rem',
      marginRight: '4px',
    }}
  >
    {name}
  </Box>
);

export function HelpSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const translate = useTranslate();
  return (
    <Dialog open={open} onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="shortcut-help">
      <DialogTitle id="shortcut-help">{translate('shortcuts.title')}</DialogTitle>
      <DialogContent>
        {SHORTCUT_GROUPS.map((group) => (
          <Box key={group} sx={{ marginBottom: 2 }}>
            <Typography variant="h3" sx={{ color: 'var(--muted)', marginBottom: 1 }}>
              {translate(`shortcuts.group.${group}`)}
            </Typography>
            <Box
              component="dl"
              sx={{ display: 'grid', gridTemplateColumns: '110px 1fr', rowGap: '8px', margin: 0 }}
            >
              {(Object.keys(SHORTCUTS) as Shortcut[])
                .filter((name) => SHORTCUTS[name].group === group)
                .map((name) => (
                  <Fragment key={name}>
                    <dt>
                      {SHORTCUTS[name].keys.map((key) => (
                        <Key key={key} name={key} />
                      ))}
                    </dt>
                    <Typography component="dd" variant="body2" sx={{ margin: 0 }}>
                      {translate(`shortcuts.${name}`)}
                    </Typography>
                  </Fragment>
                ))}
            </Box>
          </Box>
        ))}
        <Typography variant="caption" sx={{ color: 'var(--muted)' }}>
          {translate('shortcuts.note')}
        </Typography>
      </DialogContent>
    </Dialog>
  );
}
