import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Section } from '../../../display/section';
import { TextLink } from '../../../display/text-link';
import { useAccount } from '../page/account-page-context';
import { accountTabPath } from '../page/account-tab-path';
import { AccountNote } from './account-note';
import { AddAccountNote } from './add-account-note';

/** What colleagues want everybody to see first, and a place to write. */
export function PinnedNotes() {
  const translate = useTranslate();
  const { id, notes, allowedActions } = useAccount();
  const writes = allowedActions.includes('note');
  if (!writes && notes.standing === 0) return null;
  return (
    <Section
      title={translate('account_note.title')}
      action={
        notes.standing > 0 && (
          <TextLink to={accountTabPath(id, 'notes')}>
            {translate('account_note.all', { smart_count: notes.standing })}
          </TextLink>
        )
      }
    >
      {notes.pinned.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', margin: 0, marginBottom: 1, padding: 0 }}>
          {notes.pinned.map((note) => (
            <AccountNote key={note.id} note={note} offers={['unpin']} />
          ))}
        </Box>
      )}
      {writes && <AddAccountNote accountId={id} />}
    </Section>
  );
}
