import type { EvidenceField, EvidencePack } from '@coinwarden/contracts';
import {
  type ComposedEvidence,
  composeEvidence,
  EVIDENCE_DETAILS,
  EVIDENCE_FIELD_NAMES,
  EVIDENCE_MAX_BYTES,
  EVIDENCE_MAX_PAGES,
  EVIDENCE_TOTAL_CHARS,
  type EvidenceFields,
  evidenceChars,
  evidenceFieldLimit,
  fieldPages,
  maskEvidence,
  type Permission,
  seesInClear,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { BuildEvidence, type EvidenceDraft, writeFitting } from './build-evidence.js';
import { readEvidenceState } from './persistence/sent-evidence.store.js';

/** The pack as somebody may see it: the hash is of what is sent, whatever is masked for the one who looks. */
@Injectable()
export class EvidenceView {
  constructor(
    private readonly db: UnitOfWork,
    private readonly build: BuildEvidence,
  ) {}

  async read(disputeId: string, permissions: ReadonlySet<Permission>): Promise<EvidencePack> {
    const draft = await this.build.draft(this.db, disputeId);
    const shown = asSeen(draft, permissions);
    const state = await readEvidenceState(this.db, disputeId);
    const sent = state?.sent ?? null;
    const { composed, stored, pdf, pages } = draft;
    return {
      disputeId,
      category: composed.category,
      version: stored.version,
      editedBy: stored.editedBy,
      editedAt: stored.editedAt === null ? null : new Date(stored.editedAt).toISOString(),
      statement: shown.document.statement,
      suggestedStatement: shown.suggestedStatement,
      exhibits: shown.exhibits.map(
        ({ key, letter, included, recommended, empty, summary, table, facts }) => ({
          key,
          letter,
          included,
          recommended,
          empty,
          summary,
          rows: table ? table.rows.length + table.more : (facts?.length ?? 0),
        }),
      ),
      fields: fieldsOf(sent !== null && !isMasked(permissions) ? sent.fields : shown.fields),
      concerns: [...composed.concerns],
      compelling: {
        qualifies: composed.compelling.qualifies,
        purchaseIds: [...composed.compelling.purchaseIds],
      },
      size: {
        chars: evidenceChars(composed.fields),
        maxChars: EVIDENCE_TOTAL_CHARS,
        pages: pages + fieldPages(composed.fields),
        maxPages: EVIDENCE_MAX_PAGES,
        bytes: pdf.length,
        maxBytes: EVIDENCE_MAX_BYTES,
      },
      hash: sent?.hash ?? draft.hash,
      masked: isMasked(permissions),
      editable: state?.editable ?? false,
      sentAt: sent?.sentAt?.toISOString() ?? null,
    };
  }

  /** The document to look at; to the byte what is or was sent, unless something is masked in it. */
  async preview(disputeId: string, permissions: ReadonlySet<Permission>): Promise<Buffer> {
    if (!isMasked(permissions)) {
      const state = await readEvidenceState(this.db, disputeId);
      return state?.sent?.pdf ?? (await this.build.draft(this.db, disputeId)).pdf;
    }
    const draft = await this.build.draft(this.db, disputeId);
    return (await writeFitting(asSeen(draft, permissions), 'preview, details masked')).pdf;
  }
}

const isMasked = (permissions: ReadonlySet<Permission>) =>
  EVIDENCE_DETAILS.some((detail) => !seesInClear(permissions, detail));

const asSeen = (
  { facts, stored, composed }: EvidenceDraft,
  permissions: ReadonlySet<Permission>,
): ComposedEvidence =>
  isMasked(permissions) ? composeEvidence(maskEvidence(facts, permissions), stored.choices) : composed;

const fieldsOf = (fields: EvidenceFields): EvidenceField[] =>
  EVIDENCE_FIELD_NAMES.flatMap((name) => {
    const value = fields[name];
    return value === undefined
      ? []
      : [{ name, value, chars: value.length, maxChars: evidenceFieldLimit(name) }];
  });
