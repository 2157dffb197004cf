import { SEARCH_MEANINGS } from '@coinwarden/domain';
import { z } from 'zod';
import { amount, instant, money } from '../primitives.js';

/** What the search finds, in the order in which it is shown. */
export const SEARCH_KINDS = [
  'account',
  'transaction',
  'refund',
  'dispute',
  'case',
  'appeal',
  'device',
  'ip',
  'instrument',
  'domain',
  'list_entry',
  'content_scan',
  'ring',
  'notice',
  'promotion',
  'package',
  'gift',
  'ruleset',
  'rule',
  'staff',
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Of each kind as many as fit on a screen with the others; `more` says that there are others. */
export const MAX_SEARCH_HITS = 5;

export const searchHit = z
  .object({
    /** Of the record it opens; for a device, an address or a card, of the account that was seen with it. */
    id: z.string(),
    title: z.string(),
    /** Whom or what it belongs to, masked as in the lists. */
    detail: z.string().nullable(),
    /** One of the record's statuses, where it has one. */
    status: z.string().nullable(),
    /** What kind of its kind it is: a gift, a block list, a comment. */
    type: z.string().nullable(),
    at: instant.nullable(),
    money: money.nullable(),
    coins: amount.nullable(),
    /** How many there are of it, up to a thousand. */
    count: z.int().min(0).nullable(),
  })
  .meta({ id: 'SearchHit' });
export type SearchHit = z.infer<typeof searchHit>;

export const searchQuery = z.strictObject({ q: z.string().min(1).max(2_000) });
export type SearchQuery = z.infer<typeof searchQuery>;

export const searchAnswer = z
  .object({
    /** The text that was looked for, without what was pasted along. */
    query: z.string(),
    /** What it can only be, if that can be told by its form. */
    meaning: z.enum(SEARCH_MEANINGS).nullable(),
    groups: z.array(
      z.object({ kind: z.enum(SEARCH_KINDS), hits: z.array(searchHit).min(1), more: z.boolean() }),
    ),
    /** Kinds that did not answer in time, or failed: there may be something. */
    unanswered: z.array(z.enum(SEARCH_KINDS)),
  })
  .meta({ id: 'SearchAnswer' });
export type SearchAnswer = z.infer<typeof searchAnswer>;
