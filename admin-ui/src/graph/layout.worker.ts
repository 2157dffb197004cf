import { type Simulation, simulate } from './force-layout';

/** Lays a graph out beside the page, so that it can be dragged and searched meanwhile. */
export type LayoutRequest =
  | {
      readonly type: 'start';
      readonly count: number;
      readonly links: Int32Array;
      readonly known: Float32Array;
    }
  | { readonly type: 'pin'; readonly node: number; readonly x: number; readonly y: number }
  | { readonly type: 'release'; readonly node: number };

const STEPS_AT_ONCE_MS = 12;

let simulation: Simulation | undefined;
let running = false;

const { postMessage: tell } = self as unknown as { postMessage: (places: Float32Array) => void };

function run(): void {
  if (!simulation) return;
  const until = performance.now() + STEPS_AT_ONCE_MS;
  let moving = true;
  while (moving && performance.now() < until) moving = simulation.step();
  tell(simulation.positions.slice());
  running = moving;
  if (moving) setTimeout(run);
}

self.onmessage = ({ data }: MessageEvent<LayoutRequest>) => {
  if (data.type === 'start') simulation = simulate(data.count, data.links, data.known);
  else if (data.type === 'pin') simulation?.pin(data.node, data.x, data.y);
  else simulation?.release(data.node);
  if (!running) {
    running = true;
    run();
  }
};
