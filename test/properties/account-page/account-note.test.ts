import { NOTE_ACTIONS, noteActionsFor, type Permission, refuseNoteAction } from '@coinwarden/domain';
import { expect, test } from '@jest/globals';

const who = (id: string, ...permissions: Permission[]) => ({ id, permissions: new Set(permissions) });
const note = { authorId: 'ada', pinned: false, retracted: false };

test.each([
  ['its author', who('ada', 'account.note'), ['pin', 'retract']],
  ['a colleague', who('ben', 'account.note'), ['pin']],
  ['an administrator', who('cleo', 'account.note', 'staff.write'), ['pin', 'retract']],
  ['its author, who works with customers no more', who('ada'), []],
] as const)('%s may do with a note what is theirs', (_, actor, actions) => {
  expect(noteActionsFor(note, actor)).toEqual(actions);
});

test('a pinned note is unpinned, not pinned again', () => {
  expect(noteActionsFor({ ...note, pinned: true }, who('ben', 'account.note'))).toEqual(['unpin']);
});

test('nothing is open on a note that was taken back', () => {
  for (const action of NOTE_ACTIONS) {
    const refusal = refuseNoteAction(action, { ...note, retracted: true }, who('ada', 'account.note'));
    expect(refusal?.code).toBe('action.not_allowed');
  }
});
