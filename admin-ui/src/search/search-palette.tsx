import SearchOutlined from '@mui/icons-material/SearchOutlined';
import { Box, Dialog, InputBase, LinearProgress } from '@mui/material';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useHref, useNavigate } from 'react-router';
import { type Choice, hitChoices, recentChoices, settingChoices } from './choices';
import { PaletteList } from './palette-list';
import { PaletteNotes } from './palette-notes';
import { useRecents } from './recents';
import { useSettings } from './settings';
import { useSearch } from './use-search';

const NEXT = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
]);

/** Everything by one field: records, pages, settings. The keyboard never leaves the field; the list follows it. */
export default function SearchPalette({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const home = useHref('/');
  const listId = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  // Whoever pastes an id and presses Enter at once gets what is found, when it is found.
  const [opening, setOpening] = useState<'here' | 'tab' | null>(null);
  const [recents, remember] = useRecents();
  const { answer, waiting, error, refetch } = useSearch(text);
  const settings = useSettings(text);
  const groups =
    text.trim() === '' ? recentChoices(recents) : [...hitChoices(answer), ...settingChoices(settings)];
  const choices = groups.flatMap((group) => group.choices);
  const at = Math.max(
    choices.findIndex(({ key }) => key === chosen),
    0,
  );
  const active = choices[at];

  const open = (choice: Choice, where: 'here' | 'tab') => {
    remember({ to: choice.to, title: choice.title, detail: choice.detail });
    if (where === 'tab') window.open(`${home.replace(/\/$/, '')}${choice.to}`, '_blank', 'noopener');
    else {
      onClose();
      navigate(choice.to);
    }
  };
  useEffect(() => {
    if (opening === null || waiting) return;
    setOpening(null);
    if (active) open(active, opening);
  });

  const onKey = (event: KeyboardEvent) => {
    const step = NEXT.get(event.key);
    if (step !== undefined && choices.length > 0) {
      event.preventDefault();
      setChosen(choices[(at + step + choices.length) % choices.length]!.key);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      const where = event.ctrlKey || event.metaKey ? 'tab' : 'here';
      if (waiting && chosen === null) setOpening(where);
      else if (active) open(active, where);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      aria-label={translate('search.title')}
      slotProps={{
        paper: {
          sx: {
            position: 'absolute',
            top: { xs: 8, sm: '12vh' },
            width: '100%',
            maxWidth: 640,
            maxHeight: { xs: 'calc(100% - 16px)', sm: '76vh' },
            margin: 0,
          },
        },
        container: { sx: { paddingX: 1 } },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, paddingX: 2, height: 52, flexShrink: 0 }}>
        <SearchOutlined fontSize="small" sx={{ color: 'var(--muted)' }} />
        <InputBase
          autoFocus
          fullWidth
          value={text}
          placeholder={translate('search.placeholder')}
          onChange={(event) => {
            setText(event.target.value);
            setChosen(null);
            setOpening(null);
          }}
          onKeyDown={onKey}
          slotProps={{
            input: {
              role: 'combobox',
              'aria-label': translate('search.title'),
              'aria-expanded': choices.length > 0,
              'aria-controls': listId,
              'aria-autocomplete': 'list',
              'aria-activedescendant': active ? optionId(listId, at) : undefined,
              spellCheck: false,
              autoComplete: 'off',
              maxLength: 2_000,
            },
          }}
        />
      </Box>
      <Box sx={{ height: 2, flexShrink: 0, borderTop: '1px solid var(--border)' }}>
        {waiting && <LinearProgress sx={{ height: 2 }} aria-label={translate('search.waiting')} />}
      </Box>
      <Box sx={{ overflowY: 'auto', padding: '4px 8px 8px' }}>
        <PaletteList
          id={listId}
          groups={groups}
          active={active}
          optionId={(index) => optionId(listId, index)}
          onPoint={(choice) => setChosen(choice.key)}
          onOpen={(choice) => {
            remember({ to: choice.to, title: choice.title, detail: choice.detail });
            onClose();
          }}
          onClose={onClose}
        />
        <PaletteNotes
          text={text.trim()}
          answer={answer}
          waiting={waiting}
          error={error}
          found={choices.length}
          onRetry={() => refetch()}
        />
      </Box>
    </Dialog>
  );
}

const optionId = (listId: string, index: number) => `${listId}-${index}`;
