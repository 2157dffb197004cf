import { randomUUID } from 'node:crypto';
import type { AccountNote } from '@coinwarden/contracts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestStaff } from '../../support/app.js';
import { type Economy, startEconomy } from '../../support/economy.js';

let economy: Economy;
let agent: TestStaff;
let colleague: TestStaff;
let auditor: TestStaff;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
  agent = await economy.signIn('support_agent');
  colleague = await economy.signIn('support_agent');
  auditor = await economy.signIn('auditor');
});
afterAll(() => economy?.close());

const write = (who: TestStaff, body: object) => who.request.post('/staff/account-notes').send(body);
const noted = async (who: TestStaff, accountId: string, text: string, more = {}) =>
  (await write(who, { accountId, text, ...more }).expect(201)).body as AccountNote;
const act = (who: TestStaff, id: string, action: string) =>
  who.request.post(`/staff/account-notes/${id}/actions/${action}`);
const notesOf = async (accountId: string, who = auditor) =>
  (
    await who.request
      .get('/staff/account-notes')
      .query({ filter: JSON.stringify({ accountId }) })
      .expect(200)
  ).body as AccountNote[];
const auditOf = async (accountId: string) =>
  economy.db.query<{ action: string; actor_id: string }>(
    "SELECT action, actor_id FROM audit_log WHERE subject_type = 'account' AND subject_id = $1 ORDER BY seq",
    [accountId],
  );

describe('a note on an account', () => {
  test('is read by whoever reads accounts, newest first, and audited', async () => {
    const accountId = await economy.account();
    await noted(agent, accountId, '  Called about a missing bonus.  ');
    await noted(colleague, accountId, 'Bonus explained.');
    const notes = await notesOf(accountId);
    expect(notes.map(({ text }) => text)).toEqual(['Bonus explained.', 'Called about a missing bonus.']);
    expect(notes[1]).toMatchObject({ author: { id: agent.id }, pinned: false, allowedActions: [] });
    expect((await notesOf(accountId, agent)).map((note) => note.allowedActions)).toEqual([
      ['pin'],
      ['pin', 'retract'],
    ]);
    expect(await auditOf(accountId)).toEqual([
      { action: 'account.note_written', actor_id: agent.id },
      { action: 'account.note_written', actor_id: colleague.id },
    ]);
  });

  test('is refused without the permission, without words, and on no account', async () => {
    const accountId = await economy.account();
    expect((await write(auditor, { accountId, text: 'x' })).status).toBe(403);
    for (const text of ['', '   ', 'x'.repeat(4_001)]) {
      const { body } = await write(agent, { accountId, text }).expect(422);
      expect(body.errors[0].pointer).toBe('/text');
    }
    expect((await write(agent, { accountId: 'nobody', text: 'x' }).expect(404)).body.code).toBe(
      'account.unknown',
    );
    expect(await notesOf(accountId)).toEqual([]);
  });

  test('is written once, however often it is sent', async () => {
    const accountId = await economy.account();
    const body = { accountId, text: 'Once.', noteId: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 5 }, () => write(agent, body)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 201));
    expect(await notesOf(accountId)).toHaveLength(1);
    expect(await auditOf(accountId)).toHaveLength(1);
    const other = await write(colleague, { ...body, text: 'Something else.' });
    expect([other.status, other.body.code]).toEqual([409, 'record.conflict']);
  });

  test('is kept beside the one that somebody else writes at the same moment', async () => {
    const accountId = await economy.account();
    await Promise.all([noted(agent, accountId, 'From one.'), noted(colleague, accountId, 'From the other.')]);
    expect((await notesOf(accountId)).map(({ text }) => text).sort()).toEqual([
      'From one.',
      'From the other.',
    ]);
  });
});

describe('acting on a note', () => {
  test('anyone pins it once, and it stands on the first view', async () => {
    const accountId = await economy.account();
    const { id } = await noted(agent, accountId, 'Speaks for a school.');
    const both = await Promise.all([act(agent, id, 'pin'), act(colleague, id, 'pin')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { body } = await agent.request.get(`/staff/accounts/${accountId}/summary`).expect(200);
    expect(body.notes).toMatchObject({ standing: 1, pinned: [{ id, text: 'Speaks for a school.' }] });
    expect((await act(colleague, id, 'unpin').expect(200)).body.pinned).toBe(false);
  });

  test('only who wrote it takes it back; it leaves every page and stays in the database', async () => {
    const accountId = await economy.account();
    const { id } = await noted(agent, accountId, 'Wrong account.', { pinned: true });
    expect((await colleague.request.delete(`/staff/account-notes/${id}`)).status).toBe(403);
    const both = await Promise.all([
      agent.request.delete(`/staff/account-notes/${id}`),
      act(agent, id, 'retract'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await notesOf(accountId)).toEqual([]);
    expect((await agent.request.get(`/staff/account-notes/${id}`)).status).toBe(404);
    expect((await act(agent, id, 'unpin').expect(409)).body.code).toBe('action.not_allowed');
    const [kept] = await economy.db.query<{ text: string; retracted_by: string }>(
      'SELECT text, retracted_by FROM account_notes WHERE note_id = $1',
      [id],
    );
    expect(kept).toEqual({ text: 'Wrong account.', retracted_by: agent.id });
    expect((await auditOf(accountId)).at(-1)).toEqual({
      action: 'account.note_retracted',
      actor_id: agent.id,
    });
  });

  test('nobody changes its words, not even by hand', async () => {
    const { id } = await noted(agent, await economy.account(), 'As it was said.');
    await expect(
      economy.db.query("UPDATE account_notes SET text = 'Otherwise' WHERE note_id = $1", [id]),
    ).rejects.toThrow('keep their words');
    await expect(economy.db.query('DELETE FROM account_notes WHERE note_id = $1', [id])).rejects.toThrow(
      'keep their words',
    );
  });

  test('there is nothing at an id that is none', async () => {
    for (const id of [randomUUID(), 'no-id']) expect((await act(agent, id, 'pin')).status).toBe(404);
  });
});
