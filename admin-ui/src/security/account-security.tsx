import type { AccountSecurityView } from '@coinwarden/contracts';
import { Box, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { ErrorState } from '../display/error-state';
import { Instant } from '../display/instant';
import { Section } from '../display/section';
import { Tag } from '../display/tag';
import { readJson } from '../providers/http';
import { toneOfScore } from '../resources/rings/ring-words';
import { type Reveal, RevealContext } from './detail-value';
import { KnownDevices, KnownPlaces } from './known-devices';
import { SecurityTimeline } from './security-timeline';

interface AccountSecurityProps {
  accountId: string;
  /** Given, details come masked and are revealed one by one; else the reader's role says what is clear. */
  reveal?: Reveal;
}

/** Who signs in to an account, on what and from where. For account and case pages. */
export function AccountSecurity({ accountId, reveal }: AccountSecurityProps) {
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['accounts', 'security', accountId, reveal !== undefined],
    queryFn: ({ signal }) =>
      readJson<AccountSecurityView>(
        `accounts/${encodeURIComponent(accountId)}/security?masked=${reveal !== undefined}`,
        signal,
      ),
  });
  return (
    <Section title={translate('security.title')} hint={translate('security.hint')}>
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : isPending ? (
        <Skeleton variant="rounded" height={160} />
      ) : data.events.length === 0 && data.devices.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
          {translate('security.nothing')}
        </Typography>
      ) : (
        <RevealContext.Provider value={reveal ?? null}>
          <Shown of={data} />
        </RevealContext.Provider>
      )}
    </Section>
  );
}

function Shown({ of }: { of: AccountSecurityView }) {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <TakeoverParts of={of} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', xl: '3fr 2fr' }, marginX: -2 }}>
        <KnownDevices devices={of.devices} />
        <KnownPlaces places={of.places} />
      </Box>
      <Typography variant="h3" component="h3">
        {translate('security.timeline')}
      </Typography>
      <SecurityTimeline events={of.events} />
    </Box>
  );
}

function TakeoverParts({ of: { score, parts, clearedAt } }: { of: AccountSecurityView }) {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center', fontSize: '0.8125rem' }}>
      <Tag tone={toneOfScore(score)}>{translate('security.score', { score })}</Tag>
      {parts.map((part) => (
        <Tag key={part.sign}>
          {translate(`takeover_sign.${part.sign}`)} {part.weight}
        </Tag>
      ))}
      {clearedAt && (
        <Box component="span" sx={{ color: 'var(--muted)' }}>
          {translate('security.cleared')} <Instant value={clearedAt} />
        </Box>
      )}
    </Box>
  );
}
