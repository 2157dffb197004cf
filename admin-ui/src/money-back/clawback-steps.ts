import type { ClawbackPreview } from '@coinwarden/contracts';

export type ClawbackStepView = ClawbackPreview['steps'][number]['step'];

/** One colour per step, wherever steps are drawn: the buyer's own first, then others', then nobody's. */
export const STEP_COLORS: Readonly<Record<ClawbackStepView, string>> = {
  unspent: 'var(--series-held)',
  bonus: 'var(--series-approve)',
  lapsed: 'var(--border-strong)',
  diamonds: 'var(--series-review)',
  debt: 'var(--series-decline)',
  write_off: 'var(--muted)',
  waived: 'var(--border-strong)',
};

const ORDER = Object.keys(STEP_COLORS) as ClawbackStepView[];

export const inOrder = <Step extends { step: ClawbackStepView }>(steps: readonly Step[]): Step[] =>
  [...steps].sort((a, b) => ORDER.indexOf(a.step) - ORDER.indexOf(b.step));
