import { Link } from '@mui/material';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';

export const TextLink = ({ to, children }: { to: string; children: ReactNode }) => (
  <Link component={RouterLink} to={to} onClick={(event) => event.stopPropagation()} sx={{ fontWeight: 500 }}>
    {children}
  </Link>
);

export const AccountLink = ({ id }: { id: string }) => (
  <TextLink to={`/accounts/${encodeURIComponent(id)}/show`}>{id}</TextLink>
);

export const TransactionLink = ({ id, children }: { id: string; children?: ReactNode }) => (
  <TextLink to={`/transactions/${encodeURIComponent(id)}/show`}>{children ?? id}</TextLink>
);
