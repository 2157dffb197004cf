import type { StaffRule } from '@coinwarden/contracts';
import { Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useAct } from '../../actions/use-act';
import { Section } from '../../display/section';
import { useSession } from '../../providers/use-session';

/** Who answers for the rule, whatever the version. */
export function RuleOwner({ rule }: { rule: StaffRule }) {
  const translate = useTranslate();
  const session = useSession();
  const { act, busy, problem } = useAct({ done: 'rule_editor.assigned' });
  const me = session?.staff.id;
  const mine = me !== undefined && rule.owner?.id === me;
  return (
    <Section title={translate('rule_editor.owner')}>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 1 }}>
        <span>{rule.owner?.name ?? translate('rule_editor.nobody')}</span>
        {rule.allowedActions.includes('assign') && me !== undefined && !mine && (
          <Button
            variant="outlined"
            loading={busy}
            onClick={() => act({ resource: 'rules', id: rule.id, action: 'assign' }, { ownerId: me })}
          >
            {translate('rule_editor.assign')}
          </Button>
        )}
      </Box>
      {problem}
    </Section>
  );
}
