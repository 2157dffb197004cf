import type { StaffRuleset } from '@coinwarden/contracts';
import type { RulesetAction } from '@coinwarden/domain';
import { Box, Button, Card, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { useMay } from '../../providers/use-may';
import { useSession } from '../../providers/use-session';
import { NewDraftButton } from './new-draft-button';
import { RollBackButton } from './roll-back-button';
import { RulesetStatusTag } from './ruleset-status';

/** From the least to the most wanted, as dialogs order their buttons. */
const LOOKS = [
  ['withdraw', 'outlined', 'inherit'],
  ['recall', 'outlined', 'inherit'],
  ['reject', 'outlined', 'error'],
  ['stop_shadow', 'outlined', 'inherit'],
  ['start_shadow', 'outlined', 'primary'],
  ['validate', 'contained', 'primary'],
  ['submit', 'contained', 'primary'],
  ['approve', 'contained', 'primary'],
  ['roll_back', 'contained', 'warning'],
] as const satisfies readonly (readonly [RulesetAction, string, string])[];

interface RulesetHeaderProps {
  ruleset: StaffRuleset;
  onAsk: (action: RulesetAction) => void;
}

/** Where the version stands, and what the server lets this person do with it now. */
export function RulesetHeader({ ruleset, onAsk }: RulesetHeaderProps) {
  const translate = useTranslate();
  const session = useSession();
  const own = ruleset.authors.some(({ id }) => id === session?.staff.id);
  return (
    <Card sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, padding: '10px 16px' }}>
      <Box sx={{ flex: 1, minWidth: 220 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <Typography variant="h2">{translate('ruleset.title', { version: ruleset.version })}</Typography>
          <RulesetStatusTag status={ruleset.status} />
        </Box>
        <Typography variant="body2" sx={{ color: 'var(--muted)', overflowWrap: 'anywhere' }}>
          {ruleset.comment}
        </Typography>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        {own && ruleset.status === 'pending_approval' && (
          <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
            {translate('ruleset_page.own')}
          </Typography>
        )}
        <BacktestButton version={ruleset.version} />
        {ruleset.status !== 'draft' && <NewDraftButton basedOn={ruleset.version} />}
        {ruleset.status === 'live' && ruleset.replaces !== null && <RollBackButton to={ruleset.replaces} />}
        {LOOKS.filter(([action]) => ruleset.allowedActions.includes(action)).map(
          ([action, variant, color]) => (
            <Button key={action} variant={variant} color={color} onClick={() => onAsk(action)}>
              {translate(`ruleset_page.action.${action}.button`)}
            </Button>
          ),
        )}
      </Box>
    </Card>
  );
}

function BacktestButton({ version }: { version: number }) {
  const translate = useTranslate();
  if (!useMay('rule.write')) return null;
  return (
    <Button component={Link} to={`/backtests/new?version=${version}`}>
      {translate('backtest.of_version')}
    </Button>
  );
}
