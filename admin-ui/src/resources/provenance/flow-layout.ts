import type { FlowGraph, FlowLink, FlowNode } from './flow-graph';

export interface PlacedNode extends FlowNode {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** How far the label may reach. */
  readonly room: number;
}

export interface PlacedLink extends FlowLink {
  readonly key: string;
  readonly path: string;
  readonly width: number;
}

export interface FlowLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly PlacedLink[];
}

export const NODE_WIDTH = 10;
/** Two lines of label fit beside the smallest node. */
const SLOT = 34;
const GAP = 8;
const FLOW_HEIGHT = 200;
const LAST_LABEL = 150;

interface Draft extends FlowNode {
  size: number;
  height: number;
  y: number;
}

/**
 * Places the nodes in their columns, top to bottom as they are given, each as high as what flows through it and with room
 * for its label; the bands between them keep the order of the nodes, so that they cross as little as they may.
 */
export function layOut({ nodes, links }: FlowGraph, width: number): FlowLayout {
  const drafts = new Map<string, Draft>(
    nodes.map((node) => [node.id, { ...node, size: sizeOf(node.id, links), height: 0, y: 0 }]),
  );
  const columns = columnsOf([...drafts.values()]);
  const largest = Math.max(1, ...columns.map((column) => sum(column.map((node) => node.size))));
  const scale = FLOW_HEIGHT / largest;
  for (const node of drafts.values()) node.height = Math.max(2, node.size * scale);
  const height = Math.max(...columns.map(heightOf));
  for (const column of columns) stack(column, (height - heightOf(column)) / 2);
  const step = columns.length < 2 ? 0 : (width - LAST_LABEL - NODE_WIDTH) / (columns.length - 1);
  const xOf = (node: FlowNode) => node.column * step;
  return {
    width,
    height,
    nodes: [...drafts.values()].map((node) => ({
      ...node,
      x: xOf(node),
      room: (node.column === columns.length - 1 ? LAST_LABEL : step - NODE_WIDTH) - 12,
    })),
    links: placeLinks(links, drafts, { scale, xOf }),
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function sizeOf(id: string, links: readonly FlowLink[]): number {
  const into = sum(links.filter((link) => link.to === id).map((link) => link.value));
  const out = sum(links.filter((link) => link.from === id).map((link) => link.value));
  return Math.max(into, out);
}

function columnsOf(nodes: readonly Draft[]): Draft[][] {
  const columns: Draft[][] = [];
  for (const node of nodes) {
    while (columns.length <= node.column) columns.push([]);
    columns[node.column]!.push(node);
  }
  return columns;
}

const slotOf = ({ height }: Draft) => Math.max(SLOT, height);

const heightOf = (column: readonly Draft[]) => sum(column.map(slotOf)) + GAP * Math.max(0, column.length - 1);

function stack(column: readonly Draft[], top: number): void {
  let y = top;
  for (const node of column) {
    node.y = y + (slotOf(node) - node.height) / 2;
    y += slotOf(node) + GAP;
  }
}

interface Geometry {
  readonly scale: number;
  readonly xOf: (node: FlowNode) => number;
}

function placeLinks(
  links: readonly FlowLink[],
  nodes: ReadonlyMap<string, Draft>,
  { scale, xOf }: Geometry,
): PlacedLink[] {
  const startOf = offsets(links, {
    at: (link) => link.from,
    by: (link) => nodes.get(link.to)!.y,
    nodes,
    scale,
  });
  const endOf = offsets(links, {
    at: (link) => link.to,
    by: (link) => nodes.get(link.from)!.y,
    nodes,
    scale,
  });
  return links.map((link, i) => {
    const width = Math.max(1, link.value * scale);
    const [x1, x2] = [xOf(nodes.get(link.from)!) + NODE_WIDTH, xOf(nodes.get(link.to)!)];
    const [y1, y2] = [startOf[i]!, endOf[i]!];
    const bend = (x1 + x2) / 2;
    const path = `M${x1},${y1}C${bend},${y1} ${bend},${y2} ${x2},${y2}`;
    return { ...link, key: `${link.from} ${link.to} ${link.tone}`, path, width };
  });
}

/** The middle of each band on one of its nodes, in the order of the nodes at the other end. */
function offsets(
  links: readonly FlowLink[],
  args: {
    at: (link: FlowLink) => string;
    by: (link: FlowLink) => number;
    nodes: ReadonlyMap<string, Draft>;
    scale: number;
  },
): number[] {
  const { at, by, nodes, scale } = args;
  const order = links.map((link, i) => ({ link, i })).sort((a, b) => by(a.link) - by(b.link) || a.i - b.i);
  const reached = new Map<string, number>();
  const middles: number[] = [];
  for (const { link, i } of order) {
    const id = at(link);
    const top = reached.get(id) ?? nodes.get(id)!.y;
    const width = link.value * scale;
    middles[i] = top + width / 2;
    reached.set(id, top + width);
  }
  return middles;
}
