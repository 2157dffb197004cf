import DarkModeOutlined from '@mui/icons-material/DarkModeOutlined';
import LightModeOutlined from '@mui/icons-material/LightModeOutlined';
import { IconButton, Tooltip } from '@mui/material';
import { useTheme, useTranslate } from 'react-admin';

export function ThemeSwitch() {
  const [mode, setMode] = useTheme();
  const translate = useTranslate();
  const next = mode === 'dark' ? 'light' : 'dark';
  const label = translate(`shell.theme.${next}`);
  return (
    <Tooltip title={label}>
      <IconButton size="small" aria-label={label} onClick={() => setMode(next)} data-testid="theme-switch">
        {mode === 'dark' ? <LightModeOutlined fontSize="small" /> : <DarkModeOutlined fontSize="small" />}
      </IconButton>
    </Tooltip>
  );
}
