import KeyboardOutlined from '@mui/icons-material/KeyboardOutlined';
import MenuOutlined from '@mui/icons-material/MenuOutlined';
import { Box, IconButton, Tooltip, Typography } from '@mui/material';
import { LoadingIndicator, TitlePortal, useTranslate } from 'react-admin';
import { LocaleSwitch } from '../i18n/locale-switch';
import { TimeZoneSwitch } from '../i18n/time-zone';
import { SearchButton } from '../search/search-button';
import { ThemeSwitch } from '../theme/theme-switch';
import { useDocumentTitle } from './use-document-title';
import { usePlaceName } from './use-place-name';
import { UserMenu } from './user-menu';

export function TopBar({ onMenu, onHelp }: { onMenu?: () => void; onHelp: () => void }) {
  const translate = useTranslate();
  const place = usePlaceName();
  useDocumentTitle(place);
  return (
    <Box
      component="header"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 0.5,
        height: 56,
        flexShrink: 0,
        paddingX: { xs: 2, md: 3 },
        position: 'sticky',
        top: 0,
        zIndex: 9,
        backgroundColor: 'var(--canvas)',
      }}
    >
      {onMenu && (
        <IconButton size="small" aria-label={translate('ra.action.open_menu')} onClick={onMenu}>
          <MenuOutlined fontSize="small" />
        </IconButton>
      )}
      <TitlePortal
        component="h1"
        variant="h1"
        sx={{
          margin: 0,
          '&:empty': { display: 'none' },
          // One of the two is the title: what the page says, else where it stands.
          '&:not(:empty) + *': { display: 'none' },
        }}
      />
      <Typography component="h1" variant="h1" noWrap sx={{ margin: 0, flex: 1 }}>
        {place}
      </Typography>
      <LoadingIndicator aria-label={translate('ra.page.loading')} sx={{ '& svg': { fontSize: 20 } }} />
      <SearchButton />
      <TimeZoneSwitch />
      <Tooltip title={translate('shortcuts.title')}>
        <IconButton size="small" aria-label={translate('shortcuts.title')} onClick={onHelp}>
          <KeyboardOutlined fontSize="small" />
        </IconButton>
      </Tooltip>
      <LocaleSwitch />
      <ThemeSwitch />
      <UserMenu />
    </Box>
  );
}
