/**
 * Finds places for nodes: linked ones attract, all repel, everything drifts to the middle. Far nodes are felt as one
 * crowd per cell of a grid, so a step over some thousand nodes takes milliseconds.
 */
export interface Simulation {
  /** x and y of each node in turn. */
  readonly positions: Float32Array;
  /** One step; returns false once nothing moves any more. */
  step(): boolean;
  pin(node: number, x: number, y: number): void;
  release(node: number): void;
}

/** Wished for between linked nodes: room for names where there are few, closer where there are many. */
const spaceFor = (count: number) => Math.max(46, 150 - count);
/** Grows with the space, so that a picture is as round whatever its size. */
const REPULSION_PER_SPACE = 60;
const PULL = 0.06;
const TO_MIDDLE = 0.012;
const FRICTION = 0.6;
const COOLING = 0.985;
const AT_REST = 0.02;
const CELL = 160;
const MAX_SPEED = 40;

export function simulate(count: number, links: Int32Array, known?: Float32Array): Simulation {
  const positions = startingPlaces(count, known);
  const speeds = new Float32Array(count * 2);
  const pinned = new Set<number>();
  const degrees = new Uint16Array(count);
  for (const end of links) degrees[end]!++;
  const space = spaceFor(count);
  const repulsion = REPULSION_PER_SPACE * space;
  let heat = 1;

  const push = (node: number, x: number, y: number) => {
    speeds[node * 2] = speeds[node * 2]! + x * heat;
    speeds[node * 2 + 1] = speeds[node * 2 + 1]! + y * heat;
  };

  function attract(): void {
    for (let i = 0; i < links.length; i += 2) {
      const [a, b] = [links[i]!, links[i + 1]!];
      const dx = positions[b * 2]! - positions[a * 2]!;
      const dy = positions[b * 2 + 1]! - positions[a * 2 + 1]!;
      const distance = Math.hypot(dx, dy) || 1;
      const force = (PULL * (distance - space)) / distance;
      // The one with more links gives way less, so hubs stay in the middle of theirs.
      const share = degrees[b]! / (degrees[a]! + degrees[b]!);
      push(a, dx * force * share * 2, dy * force * share * 2);
      push(b, -dx * force * (1 - share) * 2, -dy * force * (1 - share) * 2);
    }
  }

  function repel(): void {
    const cells = cellsOf(positions, count);
    for (let node = 0; node < count; node++) {
      const x = positions[node * 2]!;
      const y = positions[node * 2 + 1]!;
      const [column, row] = [Math.floor(x / CELL), Math.floor(y / CELL)];
      for (const cell of cells) {
        if (Math.abs(cell.column - column) <= 1 && Math.abs(cell.row - row) <= 1) {
          for (const other of cell.nodes) {
            if (other !== node) away(node, x - positions[other * 2]!, y - positions[other * 2 + 1]!, 1);
          }
        } else away(node, x - cell.x, y - cell.y, cell.nodes.length);
      }
      push(node, -x * TO_MIDDLE, -y * TO_MIDDLE);
    }
  }

  function away(node: number, dx: number, dy: number, crowd: number): void {
    const square = dx * dx + dy * dy + 25;
    const force = (repulsion * crowd) / (square * 40);
    push(node, dx * force, dy * force);
  }

  function move(): void {
    for (let i = 0; i < count * 2; i++) {
      const speed = Math.max(-MAX_SPEED, Math.min(MAX_SPEED, speeds[i]! * FRICTION));
      speeds[i] = speed;
      if (!pinned.has(i >> 1)) positions[i] = positions[i]! + speed;
    }
  }

  return {
    positions,
    step() {
      attract();
      repel();
      move();
      heat *= COOLING;
      return heat > AT_REST;
    },
    pin(node, x, y) {
      pinned.add(node);
      positions[node * 2] = x;
      positions[node * 2 + 1] = y;
      heat = Math.max(heat, 0.3);
    },
    release(node) {
      pinned.delete(node);
    },
  };
}

/** On a spiral, evenly; what had a place keeps it. */
function startingPlaces(count: number, known?: Float32Array): Float32Array {
  const places = new Float32Array(count * 2);
  for (let i = 0; i < count; i++) {
    const radius = spaceFor(count) * 0.6 * Math.sqrt(i + 0.5);
    const angle = i * 2.399_963;
    const before = known?.[i * 2];
    const placed = before !== undefined && !Number.isNaN(before);
    places[i * 2] = placed ? before : radius * Math.cos(angle);
    places[i * 2 + 1] = placed ? known![i * 2 + 1]! : radius * Math.sin(angle);
  }
  return places;
}

interface Cell {
  readonly column: number;
  readonly row: number;
  readonly nodes: number[];
  x: number;
  y: number;
}

function cellsOf(positions: Float32Array, count: number): Cell[] {
  const cells = new Map<string, Cell>();
  for (let node = 0; node < count; node++) {
    const column = Math.floor(positions[node * 2]! / CELL);
    const row = Math.floor(positions[node * 2 + 1]! / CELL);
    const key = `${column}:${row}`;
    const cell = cells.get(key) ?? { column, row, nodes: [], x: 0, y: 0 };
    cells.set(key, cell);
    cell.nodes.push(node);
    cell.x += positions[node * 2]!;
    cell.y += positions[node * 2 + 1]!;
  }
  for (const cell of cells.values()) {
    cell.x /= cell.nodes.length;
    cell.y /= cell.nodes.length;
  }
  return [...cells.values()];
}
