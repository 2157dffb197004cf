import type { ThemeOptions } from '@mui/material/styles';
import { components } from './components';
import { asCustomProperties, DARK, LIGHT, type Tokens } from './tokens';

export const FONT = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif";
export const MONO = "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace";

const themeOf = (mode: 'light' | 'dark', tokens: Tokens): ThemeOptions => ({
  palette: {
    mode,
    primary: { main: tokens.accent, contrastText: tokens.onAccent },
    secondary: { main: tokens.accent, contrastText: tokens.onAccent },
    error: { main: tokens.negative },
    warning: { main: tokens.caution },
    success: { main: tokens.positive },
    info: { main: tokens.info },
    background: { default: tokens.canvas, paper: tokens.surface },
    text: { primary: tokens.text, secondary: tokens.muted },
    divider: tokens.border,
    action: { active: tokens.muted, hover: tokens.neutralSoft, selected: tokens.accentSoft },
  },
  shape: { borderRadius: 8 },
  typography: {
    fontFamily: FONT,
    fontSize: 13,
    htmlFontSize: 16,
    h1: { fontSize: '1.125rem', fontWeight: 650, letterSpacing: '-0.011em', lineHeight: 1.35 },
    h2: { fontSize: '0.9375rem', fontWeight: 620, letterSpacing: '-0.006em', lineHeight: 1.4 },
    h3: { fontSize: '0.8125rem', fontWeight: 600, lineHeight: 1.4 },
    h5: { fontSize: '1.125rem', fontWeight: 650 },
    h6: { fontSize: '0.9375rem', fontWeight: 620 },
    body1: { fontSize: '0.875rem', lineHeight: 1.5 },
    body2: { fontSize: '0.8125rem', lineHeight: 1.45 },
    caption: { fontSize: '0.75rem', lineHeight: 1.4 },
    button: { textTransform: 'none', fontWeight: 550, fontSize: '0.8125rem', letterSpacing: 0 },
  },
  components: components(asCustomProperties(tokens), mode),
});

export const lightTheme = themeOf('light', LIGHT);
export const darkTheme = themeOf('dark', DARK);
