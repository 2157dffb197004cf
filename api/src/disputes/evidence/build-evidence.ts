import { createHash } from 'node:crypto';

import {
  type ComposedEvidence,
  composeEvidence,
  EVIDENCE_MAX_PAGES,
  type EvidenceDocument,
  type EvidenceFacts,
  type EvidenceFields,
  fieldPages,
  shortened,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { MoneyBackPolicies } from '../../money-back-policies/money-back-policies.public.js';
import type { Queryable } from '../../platform/database/sql.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { type WrittenEvidence, writeEvidence } from './pdf/write-evidence.js';
import { readChoices, type StoredChoices } from './persistence/evidence-choices.store.js';
import { readEvidenceFacts } from './read-evidence-facts.js';

/** What goes to the provider. The hash is of all of it; who submits names the hash of what they saw. */
export interface Evidence {
  readonly fields: EvidenceFields;
  readonly pdf: Buffer;
  readonly hash: string;
}

/** The same with everything an analyst looks at before. */
export interface EvidenceDraft extends Evidence {
  readonly facts: EvidenceFacts;
  readonly stored: StoredChoices;
  readonly composed: ComposedEvidence;
  readonly pages: number;
}

/**
 * Assembles the evidence of a dispute from the ledger and the account's history, with what an analyst chose. Throws
 * ProblemError `record.unknown` when there is no such dispute or its purchase is not known.
 */
@Injectable()
export class BuildEvidence {
  constructor(private readonly policies: MoneyBackPolicies) {}

  async run(db: Queryable, disputeId: string): Promise<Evidence> {
    const { fields, pdf, hash } = await this.draft(db, disputeId);
    return { fields, pdf, hash };
  }

  async draft(db: Queryable, disputeId: string): Promise<EvidenceDraft> {
    const { policy } = await this.policies.current(db, 'dispute');
    const facts = await readEvidenceFacts(db, disputeId, policy.terms);
    if (facts === null)
      throw new ProblemError('record.unknown', `No purchase is known for a dispute ${disputeId}.`);
    const stored = await readChoices(db, disputeId);
    const composed = composeEvidence(facts, stored.choices);
    return { facts, stored, composed, fields: composed.fields, ...(await writeFitting(composed)) };
  }
}

/** Rows of a table, as many as fit: fewer and fewer, the last whatever it comes to. */
const ROWS = [12, 6, 3];

/** The document with the longest tables with which the whole is no more pages than card schemes take. */
export async function writeFitting(composed: ComposedEvidence, mark?: string): Promise<FittedEvidence> {
  const room = EVIDENCE_MAX_PAGES - fieldPages(composed.fields);
  const write = async (document: EvidenceDocument): Promise<FittedEvidence> => {
    const hash = hashOf(document, composed.fields);
    return { ...(await writeEvidence(document, mark ?? `pack ${hash.slice(0, 16)}`)), hash };
  };
  let written = await write(composed.document);
  for (const rows of ROWS) {
    if (written.pages <= room) break;
    written = await write(shortened(composed.document, rows));
  }
  return written;
}

export interface FittedEvidence extends WrittenEvidence {
  readonly hash: string;
}

/** The document holds texts only and lists everything in one order, so that equal packs hash equally. */
const hashOf = (document: EvidenceDocument, fields: EvidenceFields): string =>
  createHash('sha256').update(JSON.stringify({ document, fields })).digest('hex');
