import { useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import { ChosenNode } from './chosen-node';
import { GraphCanvas } from './graph-canvas';
import { graphOf, type Linked } from './graph-model';
import { GraphTables } from './graph-tables';

interface GraphExplorerProps {
  linked: Linked;
  center: string | null;
  /** Left out where the graph is complete. */
  onExpand?: (accountId: string) => void;
  isExpanded?: (accountId: string) => boolean;
  height?: number | undefined;
}

/** A graph as a picture, what is chosen in it, and the same in tables. */
export function GraphExplorer({ linked, center, onExpand, isExpanded, height = 460 }: GraphExplorerProps) {
  const translate = useTranslate();
  const [chosen, choose] = useState<string | null>(null);
  const graph = useMemo(() => graphOf(linked), [linked]);
  const node = chosen === null ? undefined : graph.byId.get(chosen);
  const expandable = (id: string) => graph.byId.get(id)?.kind === 'account' && !isExpanded?.(id);
  const expand = (id: string) => {
    if (onExpand && expandable(id)) onExpand(id);
  };
  return (
    <>
      <GraphCanvas
        graph={graph}
        label={translate('graph.picture', { accounts: linked.accounts.length, links: graph.edges.length })}
        center={center}
        chosen={chosen}
        onChoose={choose}
        onExpand={expand}
        height={height}
      />
      {node && (
        <ChosenNode
          node={node}
          onExpand={onExpand && expandable(node.id) ? () => expand(node.id) : undefined}
        />
      )}
      <GraphTables linked={linked} onChoose={choose} />
    </>
  );
}
