import { NOTE_ACTIONS } from '@coinwarden/domain';
import { z } from 'zod';
import { id, instant, longText } from '../primitives.js';

/** A row of the staff list `account-notes`. Filters: `id accountId authorId pinned`. Sorts: `id createdAt`. */
export const accountNote = z
  .object({
    id: z.string(),
    accountId: z.string(),
    text: z.string(),
    author: z.object({ id: z.string(), name: z.string() }),
    createdAt: instant,
    /** Stands on the first view of the account. */
    pinned: z.boolean(),
    allowedActions: z.array(z.enum(NOTE_ACTIONS)),
  })
  .meta({ id: 'AccountNote' });
export type AccountNote = z.infer<typeof accountNote>;

/**
 * `POST /staff/account-notes`. `noteId` is made by whoever sends it: the same sent again under it is the same note, so a
 * lost answer writes nothing twice.
 */
export const accountNoteRequest = z
  .strictObject({
    noteId: z.uuid().optional(),
    accountId: id,
    text: longText.trim().min(1),
    pinned: z.boolean().default(false),
  })
  .meta({ id: 'AccountNoteRequest' });
export type AccountNoteRequest = z.infer<typeof accountNoteRequest>;
