import { argue } from './evidence-argument.js';
import { type EvidenceCategory, EXHIBITS_FOR, type ExhibitKey, exhibitOrder } from './evidence-category.js';
import { concernsOf, type EvidenceConcern } from './evidence-concerns.js';
import type { DocumentExhibit, EvidenceDocument, LetteredExhibit } from './evidence-document.js';
import { accountExhibit, activityExhibit } from './evidence-exhibits-account.js';
import { otherChargesExhibit, priorExhibit, refundsExhibit } from './evidence-exhibits-history.js';
import { deliveryExhibit, purchaseExhibit, termsExhibit } from './evidence-exhibits-purchase.js';
import { recipientsExhibit, usageExhibit } from './evidence-exhibits-usage.js';
import type { EvidenceChoices, EvidenceFacts } from './evidence-facts.js';
import type { EvidenceFields } from './evidence-fields.js';
import { fillForm } from './evidence-form.js';
import { compellingPurchases, qualifiesAsCompelling } from './evidence-matches.js';
import { dayText, moneyText, timeText } from './evidence-text.js';

/** A pack as it would be sent: the document, the provider's form, and what an analyst should know about both. */
export interface ComposedEvidence {
  readonly category: EvidenceCategory;
  readonly suggestedStatement: string;
  readonly exhibits: readonly ChosenExhibit[];
  readonly document: EvidenceDocument;
  readonly fields: EvidenceFields;
  readonly concerns: readonly EvidenceConcern[];
  readonly compelling: { readonly qualifies: boolean; readonly purchaseIds: readonly string[] };
}

export interface ChosenExhibit extends DocumentExhibit {
  readonly letter: string | null;
  readonly included: boolean;
  readonly recommended: boolean;
}

const BUILD: Record<ExhibitKey, (facts: EvidenceFacts) => DocumentExhibit> = {
  purchase: purchaseExhibit,
  delivery: deliveryExhibit,
  usage: usageExhibit,
  recipients: recipientsExhibit,
  account: accountExhibit,
  activity: activityExhibit,
  prior_purchases: priorExhibit,
  other_charges: otherChargesExhibit,
  refunds: refundsExhibit,
  terms: termsExhibit,
};

/** An exhibit without content is never in the pack, whatever was chosen; the others follow the choice, then the category. */
export function composeEvidence(facts: EvidenceFacts, choices: EvidenceChoices): ComposedEvidence {
  const { category } = facts.dispute;
  const exhibits = letter(
    exhibitOrder(category).map((key) => {
      const exhibit = BUILD[key](facts);
      const recommended = EXHIBITS_FOR[category].includes(key);
      return { ...exhibit, recommended, included: !exhibit.empty && (choices.exhibits[key] ?? recommended) };
    }),
  );
  const suggestedStatement = argue(facts, category);
  const statement = choices.statement ?? suggestedStatement;
  const document = documentOf(facts, statement, exhibits);
  const included = new Set(document.exhibits.map((exhibit) => exhibit.key));
  return {
    category,
    suggestedStatement,
    exhibits,
    document,
    fields: fillForm({ facts, category, document, included }),
    concerns: concernsOf(facts),
    compelling: {
      qualifies: qualifiesAsCompelling(facts),
      purchaseIds: compellingPurchases(facts).map((prior) => prior.purchaseId),
    },
  };
}

const FIRST_LETTER = 'A'.charCodeAt(0);

function letter(exhibits: readonly Omit<ChosenExhibit, 'letter'>[]): readonly ChosenExhibit[] {
  let next = FIRST_LETTER;
  return exhibits.map((exhibit) => ({
    ...exhibit,
    letter: exhibit.included ? String.fromCharCode(next++) : null,
  }));
}

function documentOf(
  facts: EvidenceFacts,
  statement: string,
  exhibits: readonly ChosenExhibit[],
): EvidenceDocument {
  const { dispute, purchase } = facts;
  const { reason, scheme, networkReasonCode } = dispute;
  const code =
    networkReasonCode === null ? '' : ` (${[scheme, networkReasonCode].filter(Boolean).join(' ')})`;
  return {
    title: 'Response to a payment dispute',
    facts: [
      ['Dispute', dispute.providerDisputeId],
      ['Opened', timeText(dispute.openedAt)],
      ['Reason given', `${reason.replaceAll('_', ' ')}${code}`],
      ['Disputed amount', moneyText(dispute.money)],
      ['Payment', purchase.reference],
      ['Order', purchase.purchaseId],
    ],
    statement,
    exhibits: exhibits.filter(
      (exhibit): exhibit is ChosenExhibit & LetteredExhibit => exhibit.letter !== null,
    ),
    factsUntil: dayText(latest(facts)),
  };
}

const latest = ({ dispute, purchase, activity, usage, refunds }: EvidenceFacts): number =>
  Math.max(
    dispute.openedAt,
    purchase.purchasedAt,
    usage.lastAt ?? 0,
    ...activity.map(({ at }) => at),
    ...refunds.map(({ at }) => at),
  );
