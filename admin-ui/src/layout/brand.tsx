import { Box, Typography } from '@mui/material';

export const Mark = ({ size }: { size: number }) => (
  <img src="/coinwarden.svg" width={size} height={size} alt="" aria-hidden="true" />
);

export const Brand = ({ open }: { open: boolean }) => (
  <Box
    sx={{
      display: 'flex',
      alignItems: 'center',
      gap: '10px',
      height: 56,
      flexShrink: 0,
      paddingX: open ? '18px' : 0,
      justifyContent: open ? 'flex-start' : 'center',
      marginBottom: 1,
    }}
  >
    <Mark size={24} />
    {open && (
      <Typography component="span" sx={{ fontWeight: 680, letterSpacing: '-0.015em', fontSize: '0.9375rem' }}>
        Coinwarden
      </Typography>
    )}
  </Box>
);
