import { Box, Link } from '@mui/material';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import { MONO } from '../theme/theme';

export const TextLink = ({ to, children }: { to: string; children: ReactNode }) => (
  <Link component={RouterLink} to={to} onClick={(event) => event.stopPropagation()} sx={{ fontWeight: 500 }}>
    {children}
  </Link>
);

export const AccountLink = ({ id }: { id: string }) => (
  <TextLink to={`/accounts/${encodeURIComponent(id)}/show`}>{id}</TextLink>
);

/** For a column of ids: those made at one time start alike, the end tells them apart, and the whole is on demand. */
export const ShortTransactionLink = ({ id }: { id: string }) => (
  <TransactionLink id={id}>
    <Box component="span" title={id} sx={{ fontFamily: MONO, fontSize: '0.75rem', whiteSpace: 'nowrap' }}>
      …{id.slice(-8)}
    </Box>
  </TransactionLink>
);

export const TransactionLink = ({ id, children }: { id: string; children?: ReactNode }) => (
  <TextLink to={`/transactions/${encodeURIComponent(id)}/show`}>{children ?? id}</TextLink>
);
