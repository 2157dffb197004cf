import { disputesOf, readSandboxDispute } from '../books/disputes.store.js';
import { addFile, readFile } from '../books/files.store.js';
import { answerDispute, closeDispute } from '../commands/answer-dispute.js';
import { knowPayment } from '../commands/know-payment.js';
import { showDispute } from '../commands/show-objects.js';
import { fileObject, listObject } from '../objects/other-objects.js';
import { sandboxId } from '../sandbox-id.js';
import { invalid, missing } from '../stripe-problem.js';
import type { Call, Route } from './call.js';
import { nested } from './form-body.js';
import { pageOf } from './page.js';

export const DISPUTE_ROUTES: readonly Route[] = [
  { method: 'GET', path: 'disputes', operation: 'any', run: list },
  {
    method: 'GET',
    path: 'disputes/:id',
    operation: 'any',
    run: async (call, id) => {
      const { dispute, payment } = await caseOf(call, id);
      return showDispute(call.tx, dispute, { payment, now: call.at });
    },
  },
  {
    method: 'POST',
    path: 'disputes/:id',
    operation: 'evidence',
    run: async (call, id) =>
      answerDispute(call, await caseOf(call, id), {
        evidence: nested(call.body, 'evidence'),
        submit: call.body.fields.get('submit') !== 'false',
      }),
  },
  {
    method: 'POST',
    path: 'disputes/:id/close',
    operation: 'close_dispute',
    run: async (call, id) => closeDispute(call, await caseOf(call, id)),
  },
  { method: 'POST', path: 'files', operation: 'file', run: upload },
  {
    method: 'GET',
    path: 'files/:id',
    operation: 'any',
    run: async ({ tx }, id) => {
      const file = await readFile(tx, id);
      if (!file) throw missing('file upload', id);
      return fileObject(file);
    },
  },
];

async function caseOf({ tx }: Call, disputeId: string) {
  const found = await readSandboxDispute(tx, disputeId);
  if (!found) throw missing('dispute', disputeId, 'dispute');
  const payment = await knowPayment(tx, found.paymentId);
  // Read again under the payment's lock.
  return { dispute: (await readSandboxDispute(tx, disputeId))!, payment };
}

async function list({ tx, query, at }: Call): Promise<object> {
  const name = query.get('payment_intent') ?? query.get('charge');
  if (name === null) throw invalid('charge', 'The sandbox lists the disputes of one payment.');
  const payment = await knowPayment(tx, name);
  const disputes = await disputesOf(tx, payment.paymentId);
  const shown = await Promise.all(disputes.map((dispute) => showDispute(tx, dispute, { payment, now: at })));
  return listObject('/v1/disputes', shown, pageOf(query));
}

async function upload({ tx, at, body, idempotencyKey }: Call): Promise<object> {
  const file = body.files.get('file');
  const purpose = body.fields.get('purpose');
  if (!file) throw invalid('file', 'Missing required param: file.');
  if (purpose !== 'dispute_evidence') throw invalid('purpose', 'The sandbox takes dispute_evidence.');
  const fileId = sandboxId('file', idempotencyKey ?? '', at, file.name);
  const kept = { fileId, purpose, name: file.name, type: file.type, body: file.data, createdAt: at };
  await addFile(tx, kept);
  return fileObject(kept);
}
