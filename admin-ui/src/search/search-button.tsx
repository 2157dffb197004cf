import SearchOutlined from '@mui/icons-material/SearchOutlined';
import { Box, ButtonBase, IconButton, type Theme, useMediaQuery } from '@mui/material';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Key } from '../shortcuts/help-sheet';
import { SHORTCUTS } from '../shortcuts/registry';

const SearchPalette = lazy(() => import('./search-palette'));

const isApple = /Mac|iP(hone|ad)/.test(navigator.platform);

/** Opens the search everywhere, and so does Ctrl-K or Cmd-K; not over another dialog, whose answer it would lose. */
export function SearchButton() {
  const translate = useTranslate();
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up('lg'));
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      if (event.key.toLowerCase() !== SHORTCUTS.palette.keys[1].toLowerCase()) return;
      event.preventDefault();
      setOpen((was) => !was && document.querySelector('[role="dialog"]') === null);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const label = translate('search.title');
  return (
    <>
      {wide ? (
        <ButtonBase
          onClick={() => setOpen(true)}
          aria-keyshortcuts="Control+K Meta+K"
          sx={{
            gap: 1,
            height: 32,
            width: 240,
            paddingInline: '10px 6px',
            marginRight: 1,
            justifyContent: 'flex-start',
            borderRadius: '7px',
            border: '1px solid var(--border-strong)',
            backgroundColor: 'var(--surface)',
            color: 'var(--muted)',
            fontSize: '0.8125rem',
          }}
        >
          <SearchOutlined sx={{ fontSize: 18 }} />
          <Box component="span" sx={{ flex: 1, textAlign: 'start', whiteSpace: 'nowrap' }}>
            {label}
          </Box>
          <span aria-hidden>
            <Key name={isApple ? '⌘' : SHORTCUTS.palette.keys[0]} />
            <Key name={SHORTCUTS.palette.keys[1]} />
          </span>
        </ButtonBase>
      ) : (
        <IconButton
          size="small"
          aria-label={label}
          aria-keyshortcuts="Control+K Meta+K"
          onClick={() => setOpen(true)}
        >
          <SearchOutlined fontSize="small" />
        </IconButton>
      )}
      {open && (
        <Suspense fallback={null}>
          <SearchPalette onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
