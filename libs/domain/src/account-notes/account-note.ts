import type { Permission } from '../access/permissions.js';
import { type Failure, fail } from '../kernel/failure.js';

/**
 * What somebody on the staff wrote about an account, for whoever looks at it next. A note is never changed: who erred
 * takes it back and writes another, so that nobody is held to words that were put there later. What was taken back
 * leaves the page and stays in the database.
 */
export const NOTE_ACTIONS = ['pin', 'unpin', 'retract'] as const;
export type NoteAction = (typeof NOTE_ACTIONS)[number];

export interface NoteSubject {
  readonly authorId: string;
  readonly pinned: boolean;
  readonly retracted: boolean;
}

export interface NoteActing {
  readonly id: string;
  readonly permissions: ReadonlySet<Permission>;
}

/** Why somebody may not do this now, or null. In order: no permission or another's words, not open in this state. */
export function refuseNoteAction(
  action: NoteAction,
  note: NoteSubject,
  actor: NoteActing,
): Failure<'auth.forbidden' | 'action.not_allowed'> | null {
  if (!actor.permissions.has('account.note')) return fail('auth.forbidden').failure;
  // An administrator may, for the card number that somebody typed and then left.
  const speaksForIt = note.authorId === actor.id || actor.permissions.has('staff.write');
  if (action === 'retract' && !speaksForIt) return fail('auth.forbidden').failure;
  const repeated = (action === 'pin' && note.pinned) || (action === 'unpin' && !note.pinned);
  return note.retracted || repeated ? fail('action.not_allowed').failure : null;
}

export const noteActionsFor = (note: NoteSubject, actor: NoteActing): NoteAction[] =>
  NOTE_ACTIONS.filter((action) => refuseNoteAction(action, note, actor) === null);
