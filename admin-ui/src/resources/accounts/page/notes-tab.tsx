import { Box, Skeleton } from '@mui/material';
import { useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { EmptyState } from '../../../display/empty-state';
import { ErrorState } from '../../../display/error-state';
import { Section } from '../../../display/section';
import { AccountNote } from '../notes/account-note';
import { AddAccountNote } from '../notes/add-account-note';
import { useAccountNotes } from '../notes/use-account-notes';
import { useAccount } from './account-page-context';

/** What colleagues wrote about the customer, pinned notes first; the field is ready to type in. */
export default function NotesTab() {
  const translate = useTranslate();
  const { id, allowedActions } = useAccount();
  const { data, error, isPending, refetch } = useAccountNotes(id);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const sorted = [...(data ?? [])].sort((a, b) => Number(b.pinned) - Number(a.pinned));
  return (
    <Section title={translate('account_note.title')} hint={translate('account_note.hint')}>
      {allowedActions.includes('note') && (
        <Box sx={{ paddingY: 1 }}>
          <AddAccountNote accountId={id} field={field} />
        </Box>
      )}
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : isPending ? (
        <Skeleton variant="rounded" height={120} />
      ) : sorted.length === 0 ? (
        <EmptyState title={translate('account_note.none.title')} hint={translate('account_note.none.hint')} />
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {sorted.map((note) => (
            <AccountNote key={note.id} note={note} />
          ))}
        </Box>
      )}
    </Section>
  );
}
