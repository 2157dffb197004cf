import type { SearchHit, SearchKind } from '@coinwarden/contracts';
import { PAGES } from '../pages';

interface HitKind {
  /** The resource whose page a hit opens; its list, narrowed to the hit, where it has no page of its own. */
  readonly resource: string;
  /** The catalogue's sections that name the hit's status and its type. */
  readonly status?: string;
  readonly type?: string;
  /** The list that shows every match: it has a filter `q` that reads the same. */
  readonly all?: boolean;
}

export const HIT_KINDS: Record<SearchKind, HitKind> = {
  account: { resource: 'accounts', status: 'account_status', all: true },
  transaction: { resource: 'transactions', status: 'status', type: 'kind' },
  refund: { resource: 'refunds', status: 'refund_status', type: 'refund_reason', all: true },
  dispute: { resource: 'disputes', status: 'dispute_status', type: 'dispute_stage', all: true },
  case: { resource: 'cases', status: 'case_status' },
  appeal: { resource: 'case-appeals', status: 'appeal_status' },
  device: { resource: 'accounts', status: 'account_status' },
  ip: { resource: 'accounts', status: 'account_status' },
  instrument: { resource: 'accounts', status: 'account_status' },
  domain: { resource: 'content-scans' },
  list_entry: { resource: 'lists', status: 'list_name', type: 'list_type', all: true },
  content_scan: { resource: 'content-scans', status: 'content_verdict', type: 'content_kind' },
  ring: { resource: 'rings', status: 'ring_status' },
  notice: { resource: 'notices', status: 'notice_state', all: true },
  promotion: { resource: 'promotions', status: 'promotion_status' },
  package: { resource: 'packages', type: 'tier' },
  gift: { resource: 'gifts', status: 'catalogue_status', all: true },
  ruleset: { resource: 'rulesets', status: 'ruleset_status' },
  rule: { resource: 'rules', status: 'rule_mode' },
  staff: { resource: 'staff', status: 'staff_status', type: 'role', all: true },
};

const narrowed = (resource: string, filter: object) =>
  `/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}`;

const pageOf = (resource: string) => PAGES.find(({ name }) => name === resource);

export const iconOf = (kind: SearchKind) => pageOf(HIT_KINDS[kind].resource)?.icon;

export function addressOf(kind: SearchKind, { id }: Pick<SearchHit, 'id'>): string {
  const { resource } = HIT_KINDS[kind];
  if (kind === 'domain') return narrowed(resource, { domain: id });
  if (pageOf(resource)?.show) return `/${resource}/${encodeURIComponent(id)}/show`;
  return narrowed(resource, { id: [id] });
}

/** Where all matches of a kind are listed, if its list can tell them. */
export const addressOfAll = (kind: SearchKind, query: string): string | null =>
  HIT_KINDS[kind].all === true ? narrowed(HIT_KINDS[kind].resource, { q: query }) : null;
