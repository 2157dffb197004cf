import type { CaseHeartbeat, StaffCaseDetail } from '@coinwarden/contracts';
import type { CaseAction } from '@coinwarden/domain';
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined';
import { Box, Card, Typography } from '@mui/material';
import { useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { Money } from '../../display/amounts';
import { Instant } from '../../display/instant';
import { AccountLink, TextLink } from '../../display/text-link';
import { AccountStatusTag } from '../../display/words';
import { useFormat } from '../../i18n/use-format';
import { DueIn } from '../../money-back/due-in';
import { CaseButtons } from './case-buttons';
import { AlertKindTags, CaseActorName, CaseStatusTag, VerdictTag } from './case-words';
import { Lease } from './lease';
import { useQueueNames } from './use-queue-names';

interface CaseHeaderProps {
  of: StaffCaseDetail;
  claim: CaseHeartbeat['claim'];
  presence: CaseHeartbeat['presence'];
  onAsk: (action: CaseAction) => void;
}

/** Whose case it is, where it stands, who is at it, and what may be done with it besides deciding. */
export function CaseHeader({ of, claim, presence, onAsk }: CaseHeaderProps) {
  const translate = useTranslate();
  const { queueName } = useQueueNames();
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever was handed it by a key hears whose case it is, and goes on from there.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  const ended = of.status === 'decided' || of.status === 'closed' || of.status === 'merged';
  return (
    <Card sx={{ padding: '10px 16px' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px 16px' }}>
        <Box sx={{ flex: '1 1 300px', minWidth: 0 }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 10px' }}>
            <Typography
              ref={heading}
              tabIndex={-1}
              variant="h2"
              component="h2"
              sx={{ fontSize: '1.0625rem', overflowWrap: 'anywhere', '&:focus': { outline: 0 } }}
            >
              {of.subject?.displayName ?? <AccountLink id={of.accountId} />}
            </Typography>
            {of.subject && <AccountStatusTag value={of.subject.status} />}
            <CaseStatusTag value={of.status} />
            {of.verdict && <VerdictTag value={of.verdict} />}
            {!ended && <DueIn value={of.dueAt} />}
            <Lease claim={claim} />
            <Present presence={presence.filter(({ staffId }) => staffId !== claim?.by.id)} />
          </Box>
          <Box
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              gap: '2px 10px',
              alignItems: 'center',
              color: 'var(--muted)',
              fontSize: '0.8125rem',
              marginTop: 0.5,
            }}
          >
            <span>{queueName(of.queue)}</span>
            <AlertKindTags kinds={of.kinds} />
            <span>
              <Money value={{ amountMinor: of.valueAtRiskUsdMinor, currency: 'USD' }} />{' '}
              {translate('case.at_risk')}
            </span>
            {of.assignedTo && (
              <span>
                {translate('case.assigned_to')} <CaseActorName actor={of.assignedTo} />
              </span>
            )}
            {of.snoozedUntil && (
              <span>
                {translate('case.snoozed_until')} <Instant value={of.snoozedUntil} />
              </span>
            )}
            {of.sampleOf && (
              <TextLink to={`/cases/${of.sampleOf}/show`}>{translate('case.sample_of')}</TextLink>
            )}
            {of.mergedInto && (
              <TextLink to={`/cases/${of.mergedInto}/show`}>{translate('case.merged_into')}</TextLink>
            )}
          </Box>
        </Box>
        <CaseButtons of={of} onAsk={onAsk} />
      </Box>
    </Card>
  );
}

/** Who else has it open beside its holder, said to screen readers as it changes. */
function Present({ presence }: { presence: CaseHeartbeat['presence'] }) {
  const translate = useTranslate();
  const format = useFormat();
  const names = format.list(presence.map(({ name }) => name));
  return (
    <Box
      role="status"
      sx={{
        display: 'inline-flex',
        gap: 0.5,
        alignItems: 'center',
        color: 'var(--muted)',
        fontSize: '0.75rem',
      }}
    >
      {presence.length > 0 && (
        <>
          <VisibilityOutlined sx={{ fontSize: 15 }} /> {translate('case.also_here', { names })}
        </>
      )}
    </Box>
  );
}
