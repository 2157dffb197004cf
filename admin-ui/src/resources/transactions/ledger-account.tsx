import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { AccountLink } from '../../display/text-link';

/** A ledger account by name: whose wallet it is, through whom the money moves, or the platform's own. */
export function LedgerAccount({ name }: { name: string }) {
  const translate = useTranslate();
  const separator = name.indexOf(':');
  const kind = name.slice(0, separator);
  const rest = name.slice(separator + 1);
  if (kind === 'wallet' || kind === 'debt') {
    return (
      <>
        {translate(`ledger_account.${kind}`)} <AccountLink id={rest} />
      </>
    );
  }
  if (kind === 'provider' || kind === 'payable') {
    return (
      <>
        {translate(`ledger_account.${kind}`)}{' '}
        <Box component="span" sx={{ color: 'var(--muted)' }}>
          {translate(`channel.${rest}`, { _: rest })}
        </Box>
      </>
    );
  }
  return <>{translate(`ledger_account.${kind}.${rest}`, { _: name })}</>;
}
