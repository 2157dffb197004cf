import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { NoteForm } from '../../actions/note-form';
import { sendJson } from '../../providers/http';

interface CommentFormProps {
  version: number;
  /** What it is about; the version as a whole otherwise. */
  ruleKey?: string;
  onSaid: () => unknown;
}

/** Says something about a version, or about one of its rules. */
export function CommentForm({ version, ruleKey, onSaid }: CommentFormProps) {
  const translate = useTranslate();
  const say = async (text: string) => {
    await sendJson('POST', `rulesets/${version}/comments`, {
      text,
      ...(ruleKey !== undefined && { ruleKey }),
    });
    await onSaid();
  };
  return (
    <Box sx={{ marginBottom: 2 }}>
      <NoteForm
        label={translate('ruleset_page.comment')}
        button={translate('ruleset_page.add_comment')}
        onAdd={say}
      />
    </Box>
  );
}
