import { Box } from '@mui/material';
import {
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { useTheme, useTranslate } from 'react-admin';
import { useWidth } from '../display/use-width';
import { Camera } from './camera';
import { drawGraph, nodeNear } from './draw-graph';
import type { LinkGraph } from './graph-model';
import { type Places, useLayout } from './use-layout';

interface GraphCanvasProps {
  graph: LinkGraph;
  label: string;
  height: number;
  center: string | null;
  chosen: string | null;
  onChoose: (id: string | null) => void;
  onExpand: (id: string) => void;
}

const PAN_STEP = 60;
const CLICK_SLACK = 4;

/**
 * The picture of a graph. Drag a node to move it and the ground to pan, turn the wheel to zoom, double-click to expand.
 * By keyboard: arrows pan, + and − zoom, 0 shows everything, n and p go through the nodes, Enter expands.
 */
export function GraphCanvas(props: GraphCanvasProps) {
  const { graph, label, height, center, chosen, onChoose, onExpand } = props;
  const translate = useTranslate();
  const [mode] = useTheme();
  const [frame, width] = useWidth();
  const canvas = useRef<HTMLCanvasElement>(null);
  const places = useRef<Places>(new Map());
  const camera = useRef(new Camera());
  const held = useRef<{ node: string | null; x: number; y: number; moved: boolean } | null>(null);
  const asked = useRef(0);
  const [pointed, point] = useState<string | null>(null);
  const hint = useId();
  const shown = useRef({ graph, center, chosen, pointed });
  shown.current = { graph, center, chosen, pointed };

  /** However often it is asked for, once a frame. */
  const draw = useCallback(() => {
    if (asked.current !== 0) return;
    asked.current = requestAnimationFrame(() => {
      asked.current = 0;
      const element = canvas.current;
      if (!element) return;
      camera.current.follow(places.current, element);
      const started = performance.now();
      drawGraph(element, { ...shown.current, places: places.current, view: camera.current.view });
      element.dataset['drawMs'] = (performance.now() - started).toFixed(1);
    });
  }, []);
  const layout = useLayout(graph, places, draw);
  useEffect(() => {
    const pending = asked;
    return () => {
      cancelAnimationFrame(pending.current);
      pending.current = 0;
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: everything that is drawn asks for a new picture.
  useEffect(draw, [draw, graph, center, chosen, pointed, width, height, mode]);

  // React listens to the wheel passively; a zoom must keep the page from scrolling.
  useEffect(() => {
    const element = canvas.current;
    const zoom = (event: WheelEvent) => {
      event.preventDefault();
      if (element) camera.current.zoom(Math.exp(-event.deltaY / 400), camera.current.at(element, event));
      draw();
    };
    element?.addEventListener('wheel', zoom, { passive: false });
    return () => element?.removeEventListener('wheel', zoom);
  }, [draw]);

  const nodeAt = (event: { clientX: number; clientY: number; currentTarget: HTMLCanvasElement }) =>
    nodeNear(
      graph,
      places.current,
      camera.current.at(event.currentTarget, event),
      6 / camera.current.view.scale,
    );

  const onPointerDown = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = { node: nodeAt(event), x: event.clientX, y: event.clientY, moved: false };
  };
  const onPointerMove = (event: PointerEvent<HTMLCanvasElement>) => {
    const hold = held.current;
    if (!hold) return point(nodeAt(event));
    const [dx, dy] = [event.clientX - hold.x, event.clientY - hold.y];
    if (!hold.moved && Math.hypot(dx, dy) < CLICK_SLACK) return;
    held.current = { ...hold, x: event.clientX, y: event.clientY, moved: true };
    if (hold.node === null) camera.current.pan(-dx, -dy);
    else {
      camera.current.hold();
      const { x, y } = camera.current.at(event.currentTarget, event);
      layout.pin(hold.node, x, y);
    }
    draw();
  };
  const onPointerUp = () => {
    const hold = held.current;
    held.current = null;
    if (hold && !hold.moved) onChoose(hold.node);
    else if (hold?.node) layout.release(hold.node);
  };
  const goOn = (by: number) => {
    const index = graph.nodes.findIndex((node) => node.id === chosen);
    onChoose(graph.nodes[(index + by + graph.nodes.length) % graph.nodes.length]?.id ?? null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!onKey(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    draw();
  };
  /** Whether the key means something here. */
  function onKey(key: string): boolean {
    if (key === 'ArrowLeft') camera.current.pan(-PAN_STEP, 0);
    else if (key === 'ArrowRight') camera.current.pan(PAN_STEP, 0);
    else if (key === 'ArrowUp') camera.current.pan(0, -PAN_STEP);
    else if (key === 'ArrowDown') camera.current.pan(0, PAN_STEP);
    else if (key === '+' || key === '=') camera.current.zoom(1.25);
    else if (key === '-') camera.current.zoom(0.8);
    else if (key === '0') camera.current.showAll();
    else if (key === 'n' || key === 'p') goOn(key === 'n' ? 1 : -1);
    else if (key === 'Enter' && chosen !== null) onExpand(chosen);
    else if (key === 'Escape' && chosen !== null) onChoose(null);
    else return false;
    return true;
  }
  const ratio = window.devicePixelRatio || 1;
  return (
    <Box ref={frame}>
      <Box
        component="canvas"
        ref={canvas}
        tabIndex={0}
        role="img"
        aria-label={label}
        aria-describedby={hint}
        width={Math.max(1, width * ratio)}
        height={height * ratio}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerLeave={() => point(null)}
        onDoubleClick={(event) => {
          const id = nodeAt(event);
          if (id !== null) onExpand(id);
        }}
        onKeyDown={onKeyDown}
        sx={{
          display: 'block',
          width: '100%',
          height,
          borderRadius: '6px',
          backgroundColor: 'var(--sunken)',
          touchAction: 'none',
          cursor: pointed ? 'pointer' : 'grab',
          '&:focus-visible': { outline: '2px solid var(--focus)', outlineOffset: 1 },
        }}
      />
      <Box id={hint} sx={{ fontSize: '0.75rem', color: 'var(--muted)', marginTop: 0.75 }}>
        {translate('graph.hint')}
      </Box>
    </Box>
  );
}
