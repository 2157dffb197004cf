/** How a node or band of the picture is coloured, by meaning; every colour is also said in words. */
export type FlowTone = 'source' | 'reach' | 'exposed' | 'left' | 'used' | 'back' | FlowConcern;
export type FlowConcern = 'disputed' | 'refunded' | 'flagged' | 'clear';

export interface FlowNode {
  readonly id: string;
  readonly column: number;
  readonly label: string;
  /** The whole of what the label may have to cut short. */
  readonly name?: string;
  /** As it is written under the label. */
  readonly amount: string;
  readonly tone: FlowTone;
  /** Where a click leads. */
  readonly to?: string;
}

export interface FlowLink {
  readonly from: string;
  readonly to: string;
  readonly value: number;
  readonly tone: FlowTone;
}

export interface FlowGraph {
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
}

/** The colours of the two themes that each tone stands for. */
export const TONE_COLORS: Record<FlowTone, string> = {
  source: 'var(--muted)',
  reach: 'var(--series-held)',
  exposed: 'var(--series-review)',
  left: 'var(--series-decline)',
  used: 'var(--muted)',
  back: 'var(--series-approve)',
  disputed: 'var(--series-decline)',
  refunded: 'var(--series-review)',
  flagged: 'var(--series-held)',
  clear: 'var(--series-approve)',
};

/** A sign beside the colour, so that no eye depends on it. */
export const TONE_SIGNS: Partial<Record<FlowTone, string>> = {
  exposed: '◔',
  left: '↗',
  back: '↩',
  disputed: '✕',
  refunded: '↩',
  flagged: '▲',
  clear: '✓',
};
