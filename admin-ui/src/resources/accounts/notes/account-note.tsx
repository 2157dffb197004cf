import type { AccountNote as Note } from '@coinwarden/contracts';
import { NOTE_ACTIONS, type NoteAction } from '@coinwarden/domain';
import PushPinOutlined from '@mui/icons-material/PushPinOutlined';
import { Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useAct } from '../../../actions/use-act';
import { Instant } from '../../../display/instant';
import { useRetractNote } from './use-retract-note';

interface AccountNoteProps {
  note: Note;
  /** What is offered here of what is allowed. */
  offers?: readonly NoteAction[];
}

/** One note: what somebody wrote, who and when; pinned ones stand on the first view. */
export function AccountNote({ note, offers = NOTE_ACTIONS }: AccountNoteProps) {
  const translate = useTranslate();
  const retract = useRetractNote(note);
  return (
    <Box
      component="li"
      sx={{ paddingY: 1.25, borderTop: '1px solid var(--border)', '&:first-of-type': { borderTop: 0 } }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '2px 10px' }}>
        {note.pinned && (
          <PushPinOutlined
            titleAccess={translate('account_note.pinned')}
            sx={{ fontSize: 15, color: 'var(--accent)' }}
          />
        )}
        <Typography component="span" sx={{ fontSize: '0.8125rem', fontWeight: 600 }}>
          {note.author.name}
        </Typography>
        <Typography variant="caption" sx={{ color: 'var(--muted)', flex: 1 }}>
          <Instant value={note.createdAt} />
        </Typography>
        {note.allowedActions
          .filter((action) => offers.includes(action))
          .map((action) =>
            action === 'retract' ? (
              <Button key={action} size="small" color="inherit" onClick={retract}>
                {translate('account_note.retract')}
              </Button>
            ) : (
              <PinButton key={action} note={note} action={action} />
            ),
          )}
      </Box>
      <Typography
        variant="body2"
        component="bdi"
        sx={{ display: 'block', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', marginTop: 0.25 }}
      >
        {note.text}
      </Typography>
    </Box>
  );
}

function PinButton({ note, action }: { note: Note; action: Exclude<NoteAction, 'retract'> }) {
  const translate = useTranslate();
  const { act, busy } = useAct({ done: `account_note.${action}_done` });
  return (
    <Button
      size="small"
      color="inherit"
      loading={busy}
      onClick={() => act({ resource: 'account-notes', id: note.id, action }, {})}
    >
      {translate(`account_note.${action}`)}
    </Button>
  );
}
