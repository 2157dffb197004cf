import { Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Facts } from '../display/facts';
import { AccountLink } from '../display/text-link';
import { AccountStatusTag, Word } from '../display/words';
import { useFormat } from '../i18n/use-format';
import type { GraphNode } from './graph-model';

interface ChosenNodeProps {
  node: GraphNode;
  /** Left out where it has been expanded, or cannot be. */
  onExpand?: (() => void) | undefined;
}

/** What is known of the chosen node. */
export function ChosenNode({ node, onExpand }: ChosenNodeProps) {
  const translate = useTranslate();
  const format = useFormat();
  const label = (name: string) => translate(`graph.column.${name}`);
  return (
    <Box
      aria-live="polite"
      sx={{ display: 'flex', gap: 2, alignItems: 'start', marginTop: 1.5, flexWrap: 'wrap' }}
    >
      <Box sx={{ flex: 1, minWidth: 240 }}>
        {node.kind === 'account' ? (
          <Facts
            items={[
              [label('account'), <AccountLink key="account" id={node.id} />],
              [
                label('status'),
                node.account.status && <AccountStatusTag key="s" value={node.account.status} />,
              ],
              [label('score'), format.number(node.account.score)],
              [label('ring_score'), format.number(node.account.ringScore)],
              [label('partners'), format.number(node.account.partners)],
            ]}
          />
        ) : (
          <Facts
            items={[
              [label('type'), <Word key="type" of="link_kind" value={node.kind} />],
              [label('value'), node.label],
              [label('accounts'), format.list(node.shared.accountIds)],
              [label('strength'), format.percent(node.shared.strengthPercent / 100)],
            ]}
          />
        )}
      </Box>
      {onExpand && (
        <Button variant="outlined" size="small" onClick={onExpand}>
          {translate('graph.expand')}
        </Button>
      )}
    </Box>
  );
}
