import type { StaffCase } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useGetList, useTranslate } from 'react-admin';
import { Section } from '../../display/section';
import { TextLink } from '../../display/text-link';
import { DueIn } from '../../money-back/due-in';
import { useSession } from '../../providers/use-session';
import { CaseStatusTag, Headline } from './case-words';
import { Lease } from './lease';

const ROWS = 10;
const REFRESH_MS = 15_000;

/** What this person has in hand, to return to before the next is pulled. */
export function MyCases() {
  const translate = useTranslate();
  const session = useSession();
  const { data } = useGetList<StaffCase>(
    'cases',
    {
      filter: { claimedById: session?.staff.id, claimed: true },
      sort: { field: 'workBy', order: 'ASC' },
      pagination: { page: 1, perPage: ROWS },
    },
    { enabled: session !== undefined, refetchInterval: REFRESH_MS },
  );
  if (!data || data.length === 0) return null;
  return (
    <Section title={translate('case_queue.in_hand')}>
      <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 1 }}>
        {data.map((one) => (
          <Box
            component="li"
            key={one.id}
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              gap: '4px 12px',
              alignItems: 'center',
              fontSize: '0.8125rem',
            }}
          >
            <TextLink to={`/cases/${one.id}/show`}>{one.accountId}</TextLink>
            <CaseStatusTag value={one.status} />
            <span>
              <Headline of={one} />
            </span>
            <DueIn value={one.dueAt} />
            <Lease claim={one.claim} />
          </Box>
        ))}
      </Box>
    </Section>
  );
}
