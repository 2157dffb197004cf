/**
 * The console's colours by meaning, never by hue: a component asks for `negative` or `muted` and both themes answer.
 * Every text token keeps at least 4.5 : 1 on `canvas`, `surface` and its own soft background (WCAG AA).
 */
export interface Tokens {
  canvas: string;
  surface: string;
  raised: string;
  sunken: string;
  border: string;
  borderStrong: string;
  text: string;
  muted: string;
  accent: string;
  onAccent: string;
  accentSoft: string;
  positive: string;
  positiveSoft: string;
  caution: string;
  cautionSoft: string;
  negative: string;
  negativeSoft: string;
  info: string;
  infoSoft: string;
  neutralSoft: string;
  seriesApprove: string;
  seriesReview: string;
  seriesDecline: string;
  seriesHeld: string;
  focus: string;
}

export const LIGHT: Tokens = {
  canvas: '#f5f6f8',
  surface: '#ffffff',
  raised: '#ffffff',
  sunken: '#eef0f4',
  border: '#e1e5eb',
  borderStrong: '#c3cad5',
  text: '#171c26',
  muted: '#566073',
  accent: '#2c52cc',
  onAccent: '#ffffff',
  accentSoft: '#e8edfc',
  positive: '#14693f',
  positiveSoft: '#e0f3e8',
  caution: '#854d05',
  cautionSoft: '#fcefd6',
  negative: '#b3241f',
  negativeSoft: '#fce8e6',
  info: '#1b5e8c',
  infoSoft: '#e2f0f9',
  neutralSoft: '#eaedf1',
  seriesApprove: '#2f9e68',
  seriesReview: '#e0a021',
  seriesDecline: '#d4534c',
  seriesHeld: '#4c71e0',
  focus: '#2c52cc',
};

export const DARK: Tokens = {
  canvas: '#0e1116',
  surface: '#151a21',
  raised: '#1b212a',
  sunken: '#10141a',
  border: '#272e39',
  borderStrong: '#3b4554',
  text: '#e6e9ef',
  muted: '#9aa5b6',
  accent: '#8ba7ff',
  onAccent: '#0d1530',
  accentSoft: '#1d2747',
  positive: '#63cf97',
  positiveSoft: '#12301f',
  caution: '#ecb657',
  cautionSoft: '#33260d',
  negative: '#ff8f88',
  negativeSoft: '#3a1b1a',
  info: '#77bde9',
  infoSoft: '#12293a',
  neutralSoft: '#232a34',
  seriesApprove: '#46b57f',
  seriesReview: '#d9a441',
  seriesDecline: '#e06c65',
  seriesHeld: '#7d9bf5',
  focus: '#8ba7ff',
};

/** The tokens as CSS custom properties: `seriesApprove` becomes `--series-approve`. */
export const asCustomProperties = (tokens: Tokens): Record<string, string> =>
  Object.fromEntries(
    Object.entries(tokens).map(([name, value]) => [
      `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      value,
    ]),
  );
