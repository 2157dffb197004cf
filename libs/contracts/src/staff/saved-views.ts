import { z } from 'zod';
import { shortText } from '../primitives.js';

/** Views one person may keep, over all lists. */
export const MAX_SAVED_VIEWS = 100;
const MAX_VIEW_CHARS = 4_000;

const resource = z.string().regex(/^[a-z][a-z-]{0,59}$/);

/** What a list is asked for. Whether its filters still exist is the list's to say, when it is asked. */
export const viewQuery = z
  .strictObject({
    filter: z.record(z.string().max(60), z.unknown()),
    sort: z.tuple([z.string().min(1).max(60), z.enum(['ASC', 'DESC'])]),
  })
  .refine((query) => JSON.stringify(query).length <= MAX_VIEW_CHARS, { message: 'is too long' })
  .meta({ id: 'ViewQuery' });
export type ViewQuery = z.infer<typeof viewQuery>;

export const savedView = z
  .object({
    id: z.string(),
    resource: z.string(),
    name: z.string(),
    query: viewQuery,
    shared: z.boolean(),
    /** The asker's list begins with it. */
    preferred: z.boolean(),
    mine: z.boolean(),
    ownerName: z.string(),
    allowedActions: z.array(z.enum(['edit', 'remove'])),
  })
  .meta({ id: 'SavedView' });
export type SavedView = z.infer<typeof savedView>;

export const savedViews = z.object({ items: z.array(savedView) }).meta({ id: 'SavedViews' });
export type SavedViews = z.infer<typeof savedViews>;

export const savedViewsQuery = z.strictObject({ resource });
export type SavedViewsQuery = z.infer<typeof savedViewsQuery>;

const name = shortText.trim().min(1).max(60);

export const savedViewCreate = z
  .strictObject({
    resource,
    name,
    query: viewQuery,
    shared: z.boolean().default(false),
    preferred: z.boolean().default(false),
  })
  .meta({ id: 'SavedViewCreate' });
export type SavedViewCreate = z.infer<typeof savedViewCreate>;

/** Only what is to change. `preferred` is the asker's own and open for views of others too. */
export const savedViewEdit = z
  .strictObject({
    name: name.optional(),
    query: viewQuery.optional(),
    shared: z.boolean().optional(),
    preferred: z.boolean().optional(),
  })
  .meta({ id: 'SavedViewEdit' });
export type SavedViewEdit = z.infer<typeof savedViewEdit>;
