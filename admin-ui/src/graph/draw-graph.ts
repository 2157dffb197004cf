import type { GraphNode, LinkGraph } from './graph-model';
import type { Places } from './use-layout';

export interface View {
  /** The middle of the picture in the graph's own measure. */
  x: number;
  y: number;
  scale: number;
}

export interface Picture {
  readonly graph: LinkGraph;
  readonly places: Places;
  readonly view: View;
  readonly center: string | null;
  readonly chosen: string | null;
  readonly pointed: string | null;
}

type Ink = (token: string) => string;

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** From here a name fits beside every node. */
const NAMES_FROM_SCALE = 1.1;
const NAMES_ALWAYS = 40;
/** Heads of arrows would be specks below. */
const ARROWS_FROM_SCALE = 0.5;
/** Dashes are what takes longest to draw without a graphics card; in a crowd nobody sees them. */
const DASHED_UP_TO = 600;
/** A node with its ring, and the start of its name. */
const MARGIN = 40;
const NAME_WIDTH = 200;
const GRAVE = 600;
const NOTABLE = 300;

const radiusOf = (node: GraphNode): number =>
  node.kind === 'account' ? 6 + Math.min(6, Math.log2(1 + node.account.partners)) : 4.5;

/** Suspicion by colour, and by a ring round the node for those who do not see the colour. */
function tokenOf(node: GraphNode): string {
  if (node.kind !== 'account') return '--info';
  const { status, score, ringScore } = node.account;
  if (status === 'suspended') return '--text';
  const worst = Math.max(score, ringScore);
  if (worst >= GRAVE) return '--negative';
  return worst >= NOTABLE ? '--series-review' : '--series-held';
}

export function drawGraph(canvas: HTMLCanvasElement, picture: Picture): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const styles = getComputedStyle(canvas);
  const ink: Ink = (token) => styles.getPropertyValue(token).trim();
  const { view } = picture;
  const ratio = window.devicePixelRatio || 1;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  const scale = view.scale * ratio;
  context.setTransform(
    scale,
    0,
    0,
    scale,
    canvas.width / 2 - view.x * scale,
    canvas.height / 2 - view.y * scale,
  );
  drawEdges(context, picture, ink);
  drawNodes(context, picture, ink);
  drawNames(context, picture, ink);
}

/** All edges of a kind in one stroke, then those of the chosen node over them. */
function drawEdges(context: CanvasRenderingContext2D, picture: Picture, ink: Ink): void {
  const { graph, places, view, chosen, pointed } = picture;
  const focus = pointed ?? chosen;
  const seen = inSight(context.canvas, view);
  const dashed = graph.edges.length <= DASHED_UP_TO;
  for (const kind of ['shared', 'gift'] as const) {
    const near: [Point, Point][] = [];
    context.setLineDash(kind === 'shared' && dashed ? [4, 3] : []);
    context.lineWidth = 1 / view.scale ** 0.5;
    context.beginPath();
    for (const edge of graph.edges) {
      if (edge.kind !== kind) continue;
      const from = places.get(edge.from);
      const to = places.get(edge.to);
      if (!from || !to || passesBy(seen, from, to)) continue;
      if (focus !== null && (edge.from === focus || edge.to === focus)) near.push([from, to]);
      else trace(context, from, to, kind === 'gift' && view.scale > ARROWS_FROM_SCALE);
    }
    context.strokeStyle = ink(kind === 'gift' ? '--muted' : '--info');
    context.globalAlpha = kind === 'gift' ? 0.6 : 0.4;
    context.stroke();
    if (near.length === 0) continue;
    context.beginPath();
    for (const [from, to] of near) trace(context, from, to, kind === 'gift');
    context.strokeStyle = ink('--accent');
    context.globalAlpha = 1;
    context.lineWidth = 1.8 / view.scale ** 0.5;
    context.stroke();
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
}

function trace(context: CanvasRenderingContext2D, from: Point, to: Point, arrow: boolean): void {
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  if (arrow) arrowHead(context, from, to);
}

/** What of the graph is on the canvas, with room for what reaches into it. */
function inSight(canvas: HTMLCanvasElement, { x, y, scale }: View): Box {
  const ratio = window.devicePixelRatio || 1;
  const [across, down] = [
    canvas.width / ratio / scale / 2 + MARGIN,
    canvas.height / ratio / scale / 2 + MARGIN,
  ];
  return { left: x - across, right: x + across, top: y - down, bottom: y + down };
}

/** Wholly on one side of what is in sight, and so surely not in it. */
const passesBy = ({ left, right, top, bottom }: Box, from: Point, to: Point): boolean =>
  (from.x < left && to.x < left) ||
  (from.x > right && to.x > right) ||
  (from.y < top && to.y < top) ||
  (from.y > bottom && to.y > bottom);

function arrowHead(context: CanvasRenderingContext2D, from: Point, to: Point): void {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const [x, y] = [to.x - 13 * Math.cos(angle), to.y - 13 * Math.sin(angle)];
  for (const turn of [2.6, -2.6]) {
    context.moveTo(x, y);
    context.lineTo(x + 5 * Math.cos(angle + turn), y + 5 * Math.sin(angle + turn));
  }
}

function drawNodes(context: CanvasRenderingContext2D, picture: Picture, ink: Ink): void {
  const { graph, places, view, center, chosen, pointed } = picture;
  const seen = inSight(context.canvas, view);
  const byToken = new Map<string, GraphNode[]>();
  for (const node of graph.nodes) {
    const place = places.get(node.id);
    if (!place || passesBy(seen, place, place)) continue;
    const alike = byToken.get(tokenOf(node));
    if (alike) alike.push(node);
    else byToken.set(tokenOf(node), [node]);
  }
  for (const [token, nodes] of byToken) {
    context.beginPath();
    for (const node of nodes) {
      const place = places.get(node.id);
      if (place) outline(context, node, place.x, place.y, radiusOf(node));
    }
    context.fillStyle = ink(token);
    context.fill();
    if (token !== '--negative') continue;
    context.beginPath();
    for (const node of nodes) {
      const place = places.get(node.id);
      if (place) outline(context, node, place.x, place.y, radiusOf(node) + 2.5);
    }
    context.strokeStyle = ink(token);
    context.lineWidth = 1;
    context.stroke();
  }
  for (const [id, width] of [
    [center, 1.5],
    [pointed, 2],
    [chosen, 3],
  ] as const) {
    const node = id === null ? undefined : graph.byId.get(id);
    const place = id === null ? undefined : places.get(id);
    if (!node || !place) continue;
    context.beginPath();
    outline(context, node, place.x, place.y, radiusOf(node) + 4);
    context.strokeStyle = ink('--focus');
    context.lineWidth = width;
    context.stroke();
  }
}

/** Accounts are round; what they share is square. */
function outline(context: CanvasRenderingContext2D, node: GraphNode, x: number, y: number, radius: number) {
  context.moveTo(x + radius, y);
  if (node.kind === 'account') context.arc(x, y, radius, 0, 2 * Math.PI);
  else context.rect(x - radius, y - radius, 2 * radius, 2 * radius);
}

function drawNames(context: CanvasRenderingContext2D, picture: Picture, ink: Ink): void {
  const { graph, places, view, center, chosen, pointed } = picture;
  const all = view.scale >= NAMES_FROM_SCALE || graph.nodes.length <= NAMES_ALWAYS;
  const seen = inSight(context.canvas, view);
  context.font = `${12 / view.scale}px "Inter Variable", sans-serif`;
  context.textBaseline = 'middle';
  context.lineWidth = 3 / view.scale;
  context.strokeStyle = ink('--surface');
  context.fillStyle = ink('--text');
  for (const node of graph.nodes) {
    if (!all && node.id !== center && node.id !== chosen && node.id !== pointed) continue;
    const place = places.get(node.id);
    // A name stands to the right of its node and may reach into the picture from outside.
    if (!place || passesBy({ ...seen, left: seen.left - NAME_WIDTH / view.scale }, place, place)) continue;
    const name = node.label.length > 22 ? `${node.label.slice(0, 21)}…` : node.label;
    const x = place.x + radiusOf(node) + 5;
    context.strokeText(name, x, place.y);
    context.fillText(name, x, place.y);
  }
}

/** The node under a point, or the nearest within reach. */
export function nodeNear(
  graph: LinkGraph,
  places: Places,
  { x, y }: { x: number; y: number },
  reach: number,
): string | null {
  let nearest: { id: string; distance: number } | null = null;
  for (const node of graph.nodes) {
    const place = places.get(node.id);
    if (!place) continue;
    const distance = Math.hypot(place.x - x, place.y - y) - radiusOf(node);
    if (distance < reach && (!nearest || distance < nearest.distance)) nearest = { id: node.id, distance };
  }
  return nearest?.id ?? null;
}
