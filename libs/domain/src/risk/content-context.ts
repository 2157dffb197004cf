/** What rules may read about texts: those of the account that acts, and those of the account it gives to. */
import { hasAddressed } from '../content/content-history.js';
import { bool, int, string } from './fact.js';
import { type Judged, NEVER_MINUTES } from './rule-input.js';

export const CONTENT_CONTEXT = {
  lastVerdict: string(
    'Verdict of the account’s last flagged text of 30 days, suspect or scam; clean when there is none',
    (j: Judged) => j.content('account')?.lastVerdict,
  ),
  scams30d: int(
    'Scam texts the account wrote in the last 30 days',
    (j: Judged) => j.content('account')?.scams ?? 0,
  ),
  suspects30d: int(
    'Suspect texts the account wrote in the last 30 days',
    (j: Judged) => j.content('account')?.suspects ?? 0,
  ),
  scamMinutesAgo: int(
    'Minutes since the account’s last scam text of 30 days; a billion when there is none',
    (j: Judged) => j.content('account')?.scamMinutesAgo ?? NEVER_MINUTES,
  ),
  sharedDomainAccounts: int(
    'Other accounts that spread a domain which the account’s flagged texts link to',
    (j: Judged) => j.content('account')?.sharedDomainAccounts ?? 0,
  ),
  counterpartyScams30d: int(
    'Scam texts the recipient wrote in the last 30 days',
    (j: Judged) => j.content('counterparty')?.scams ?? 0,
  ),
  counterpartySuspects30d: int(
    'Suspect texts the recipient wrote in the last 30 days',
    (j: Judged) => j.content('counterparty')?.suspects ?? 0,
  ),
  counterpartyScamMinutesAgo: int(
    'Minutes since the recipient’s last scam text of 30 days; a billion when there is none',
    (j: Judged) => j.content('counterparty')?.scamMinutesAgo ?? NEVER_MINUTES,
  ),
  counterpartySharedDomainAccounts: int(
    'Other accounts that spread a domain which the recipient’s flagged texts link to',
    (j: Judged) => j.content('counterparty')?.sharedDomainAccounts ?? 0,
  ),
  solicited: bool(
    'Whether the recipient sent the account a suspect or scam text in the last 30 days',
    (j: Judged) =>
      j.counterparty !== null && hasAddressed(j.counterparty.contentHistory, j.input.account.accountId, j.at),
  ),
};
