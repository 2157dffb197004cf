import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { LinkGraph } from './graph-model';
import type { LayoutRequest } from './layout.worker';

export type Places = Map<string, { x: number; y: number }>;

/** The places of the nodes as the worker finds them; what was there before a graph grew stays where it is. */
export function useLayout(graph: LinkGraph, places: RefObject<Places>, onMoved: () => void) {
  const worker = useRef<Worker | null>(null);
  const order = useRef<Map<string, number>>(new Map());
  const moved = useRef(onMoved);
  moved.current = onMoved;

  useEffect(() => {
    const { nodes, edges } = graph;
    const index = new Map(nodes.map((node, i) => [node.id, i]));
    order.current = index;
    const known = new Float32Array(nodes.length * 2).fill(Number.NaN);
    for (const [i, node] of nodes.entries()) {
      const place = places.current.get(node.id);
      if (place) known.set([place.x, place.y], i * 2);
    }
    const links = new Int32Array(edges.flatMap((edge) => [index.get(edge.from)!, index.get(edge.to)!]));
    const started = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
    worker.current = started;
    started.onmessage = ({ data }: MessageEvent<Float32Array>) => {
      places.current = new Map(nodes.map((node, i) => [node.id, { x: data[i * 2]!, y: data[i * 2 + 1]! }]));
      moved.current();
    };
    started.postMessage({ type: 'start', count: nodes.length, links, known } satisfies LayoutRequest);
    return () => started.terminate();
  }, [graph, places]);

  const pin = useCallback(
    (id: string, x: number, y: number) => {
      const node = order.current.get(id);
      places.current.set(id, { x, y });
      if (node !== undefined)
        worker.current?.postMessage({ type: 'pin', node, x, y } satisfies LayoutRequest);
    },
    [places],
  );
  const release = useCallback((id: string) => {
    const node = order.current.get(id);
    if (node !== undefined) worker.current?.postMessage({ type: 'release', node } satisfies LayoutRequest);
  }, []);
  return { pin, release };
}
