import { Box } from '@mui/material';
import { useState } from 'react';
import { useWidth } from '../../display/use-width';
import { type FlowGraph, TONE_COLORS, TONE_SIGNS } from './flow-graph';
import { layOut, NODE_WIDTH, type PlacedLink, type PlacedNode } from './flow-layout';
import { shortened } from './shortened';

/** Narrower than this the picture scrolls instead of becoming unreadable. */
const LEAST_WIDTH = 640;
const MARGIN = 6;

/**
 * The flow as bands between nodes. Nodes that lead somewhere are links, in the order of the columns; pointing at a node or
 * reaching it by keyboard brings out what flows through it. The table beneath says the same in figures.
 */
export function FlowPicture({ graph, label }: { graph: FlowGraph; label: string }) {
  const [frame, available] = useWidth();
  const [chosen, choose] = useState<string | null>(null);
  const width = Math.max(LEAST_WIDTH, available);
  const { nodes, links, height } = layOut(graph, width - 2 * MARGIN);
  const touches = (link: PlacedLink) => chosen === null || link.from === chosen || link.to === chosen;
  return (
    <Box ref={frame} sx={{ overflowX: 'auto' }}>
      {available > 0 && (
        <Box
          component="svg"
          role="group"
          aria-label={label}
          width={width}
          height={height + 2 * MARGIN}
          viewBox={`${-MARGIN} ${-MARGIN} ${width} ${height + 2 * MARGIN}`}
          sx={{ display: 'block', fontSize: 12, '& a:focus-visible': { outline: 'none' } }}
        >
          <g fill="none">
            {links.map((link) => (
              <path
                key={link.key}
                d={link.path}
                stroke={TONE_COLORS[link.tone]}
                strokeWidth={link.width}
                strokeOpacity={touches(link) ? (chosen === null ? 0.32 : 0.55) : 0.1}
              />
            ))}
          </g>
          {nodes.map((node) => (
            <Node key={node.id} node={node} chosen={chosen === node.id} onChoose={choose} />
          ))}
        </Box>
      )}
    </Box>
  );
}

interface NodeProps {
  node: PlacedNode;
  chosen: boolean;
  onChoose: (id: string | null) => void;
}

function Node({ node, chosen, onChoose }: NodeProps) {
  const { id, x, y, height, to, tone, label, amount } = node;
  const words = `${node.name ?? label}: ${amount}`;
  const handlers = {
    onMouseEnter: () => onChoose(id),
    onMouseLeave: () => onChoose(null),
    onFocus: () => onChoose(id),
    onBlur: () => onChoose(null),
  };
  const sign = TONE_SIGNS[tone];
  const drawn = (
    <>
      <title>{words}</title>
      {/* Small nodes are hard to hit: the label belongs to what can be pointed at. */}
      <rect x={x - 2} y={y + height / 2 - 17} width={node.room + 22} height={34} fill="transparent" />
      <rect x={x} y={y} width={NODE_WIDTH} height={height} rx={2} fill={TONE_COLORS[tone]} />
      {chosen && (
        <rect
          x={x - 3}
          y={y - 3}
          width={NODE_WIDTH + 6}
          height={height + 6}
          rx={4}
          fill="none"
          stroke="var(--focus)"
          strokeWidth={2}
        />
      )}
      <g
        transform={`translate(${x + NODE_WIDTH + 6}, ${y + height / 2})`}
        stroke="var(--surface)"
        strokeWidth={3}
        strokeLinejoin="round"
        paintOrder="stroke"
      >
        <text y={-2} fill={to === undefined ? 'var(--text)' : 'var(--accent)'} fontWeight={550}>
          {sign && `${sign} `}
          {shortened(label, node.room - (sign ? 14 : 0))}
        </text>
        <text y={13} fill="var(--muted)" fontSize={11.5} className="tabular">
          {shortened(amount, node.room)}
        </text>
      </g>
    </>
  );
  return to === undefined ? (
    <g {...handlers}>{drawn}</g>
  ) : (
    <a href={`#${to}`} {...handlers}>
      {drawn}
    </a>
  );
}
