export * from './access/masking.js';
export * from './access/permissions.js';
export * from './access/roles.js';
export * from './access/sign-in-lockout.js';
export * from './access/staff-member.js';
export * from './account-notes/account-note.js';
export * from './account-page/timeline.js';
export * from './accounts/account.js';
export * from './accounts/account.machine.js';
export * from './accounts/flag.js';
export * from './accounts/guardian.js';
export * from './accounts/money-back-history.js';
export * from './backtests/backtest.js';
export * from './backtests/backtest.machine.js';
export * from './backtests/backtest-result.js';
export * from './backtests/caveats.js';
export * from './backtests/compare-backtests.js';
export * from './backtests/example-sample.js';
export * from './backtests/label.js';
export * from './backtests/past-decision.js';
export * from './backtests/rule-health.js';
export * from './backtests/rule-knob.js';
export * from './backtests/stretches.js';
export * from './backtests/sums.js';
export * from './backtests/tally.js';
export * from './backtests/threshold-curve.js';
export * from './backtests/trial.js';
export * from './backtests/velocity-memory.js';
export * from './backtests/weight.js';
export * from './cases/agreement.js';
export * from './cases/alert.js';
export * from './cases/case.js';
export * from './cases/case.machine.js';
export * from './cases/default-macros.js';
export * from './cases/default-policies.js';
export * from './cases/guidance.js';
export * from './cases/measure.js';
export * from './cases/priority.js';
export * from './cases/queue.js';
export * from './cases/queue-preview.js';
export * from './cases/retire-queue.js';
export * from './cases/sampling.js';
export * from './cases/value-at-risk.js';
export * from './clawback/apportion.js';
export * from './clawback/book-clawback.js';
export * from './clawback/book-money-back.js';
export * from './clawback/claim.js';
export * from './clawback/clawback-change.js';
export * from './clawback/clawback-policy.js';
export * from './clawback/coins-due.js';
export * from './clawback/holdings.js';
export * from './clawback/plan-clawback.js';
export * from './clawback/settle.js';
export * from './content/content.js';
export * from './content/content-history.js';
export { CONTENT_REASON_CODES } from './content/content-reasons.js';
export * from './content/content-review.js';
export { foldedString, foldText } from './content/folding/fold-text.js';
export * from './content/guess-language.js';
export { DOMAIN_PLACES, domainFeatures } from './content/links/domain-features.js';
export { type Host, readHost } from './content/links/host.js';
export { MAX_JUDGED_DOMAINS } from './content/links/judge-domains.js';
export { OFFICIAL_DOMAINS } from './content/links/official-domains.js';
export { listEntriesOf } from './content/listed-evidence.js';
export { hashPlace, hashText } from './content/model/hashing.js';
export type { DomainModelWeights, TextModelWeights } from './content/model/linear-model.js';
export { normalizeDomain } from './content/normalize-domain.js';
export * from './content/reachable-value.js';
export {
  type ContentLists,
  type ContentReferences,
  compilePhrases,
  contentReferences,
  type ListedPhrases,
  referencesWith,
} from './content/references.js';
export { readContent, scanContent } from './content/scan-content.js';
export { FACT_PLACES, TEXT_PLACES } from './content/text/fact-places.js';
export { factValue, gramValue } from './content/text/text-features.js';
export * from './decisions/effects.js';
export * from './decisions/end-hold.js';
export * from './decisions/judge.js';
export * from './decisions/payment-covers.js';
export * from './decisions/post.js';
export * as reasons from './decisions/reasons.js';
export * from './decisions/restore-credit.js';
export * from './decisions/terms.js';
export * from './decisions/transaction.js';
export * from './disputes/compare-costs.js';
export * from './disputes/dispute.js';
export * from './disputes/dispute.machine.js';
export * from './disputes/dispute-deadlines.js';
export * from './disputes/dispute-fold.js';
export * from './disputes/dispute-money.js';
export * from './disputes/dispute-policy.js';
export * from './disputes/dispute-reasons.js';
export * from './disputes/evidence-category.js';
export * from './disputes/evidence-concerns.js';
export * from './disputes/evidence-document.js';
export * from './disputes/evidence-facts.js';
export * from './disputes/evidence-fields.js';
export * from './disputes/evidence-mask.js';
export * from './disputes/evidence-pack.js';
export * from './disputes/evidence-terms.js';
export * from './disputes/fraud-warning.js';
export * from './disputes/scheme-reason-codes.js';
export * from './free-coins/refund-after-gift.js';
export * from './free-coins/unpaid-attempts.js';
export * from './kernel/coins.js';
export * from './kernel/failure.js';
export * from './kernel/grouped.js';
export * from './kernel/machine.js';
export * from './kernel/money.js';
export * from './kernel/time.js';
export * from './kernel/time-ordered-id.js';
export * from './kernel/wall-clock.js';
export * from './ledger/burn.js';
export * from './ledger/debt.js';
export * from './ledger/economy.js';
export * from './ledger/journal.js';
export * from './ledger/lot.js';
export * from './ledger/risk-window.js';
export * from './ledger/wallet.js';
export * from './ledger/wallet-codec.js';
export * from './limits/check-limits.js';
export * from './limits/convert-money.js';
export * from './limits/default-policies.js';
export * from './limits/earliest-spend.js';
export * from './limits/exclusion.js';
export * from './limits/limit-change.js';
export * from './limits/limit-notice.js';
export * from './limits/limit-override.js';
export * from './limits/limit-policy.js';
export * from './limits/limit-usage.js';
export * from './limits/period.js';
export * from './limits/policy-change.js';
export * from './limits/policy-reach.js';
export * from './limits/reference-rates.js';
export * from './limits/spending-limit.js';
export * from './limits/standing-limits.js';
export * from './limits/usage-text.js';
export * from './links/amount-profile.js';
export * from './links/community.js';
export * from './links/farm.js';
export * from './links/finding.js';
export * from './links/fold-transfer.js';
export * from './links/link-facts.js';
export * from './links/link-node.js';
export * from './links/ring.js';
export * from './links/ring-book.js';
export * from './links/score-account.js';
export * from './links/trails.js';
export * from './links/transfer.js';
export {
  formatAddress,
  formatNetwork,
  parseAddress,
  parseNetwork,
} from './lists/ip-address.js';
export * from './lists/list-entry.js';
export * from './lists/list-index.js';
export {
  type CheckedListValue,
  checkListValue,
  LIST_VALUE_PROBLEMS,
  type ListValueProblem,
  MAX_LIST_VALUE_CHARS,
} from './lists/list-value.js';
export * from './money-back-policies/money-back-policy.js';
export * from './notices/consumption.js';
export * from './notices/notice.js';
export * from './notices/notice-progress.js';
export * from './notices/notice-reason.js';
export * from './notices/notice-source.js';
export * from './packages/catalogue.js';
export * from './packages/major-units.js';
export * from './packages/package.js';
export * from './packages/price-per-coin.js';
export * from './packages/price-spread.js';
export * from './packages/shown-currency.js';
export * from './promotions/apply-promotion.js';
export * from './promotions/audience.js';
export * from './promotions/holdout.js';
export * from './promotions/pause-by-itself.js';
export * from './promotions/promotion.js';
export * from './promotions/promotion.machine.js';
export * from './promotions/promotion-calendar.js';
export * from './promotions/promotion-code.js';
export * from './promotions/promotion-conflicts.js';
export * from './promotions/promotion-cost.js';
export * from './promotions/promotion-simulation.js';
export * from './promotions/promotion-tally.js';
export * from './promotions/promotion-window.js';
export * from './promotions/select-promotion.js';
export * from './promotions/uplift.js';
export * from './promotions/use-count.js';
export * from './promotions/worst-case.js';
export * from './provenance/coin-uses.js';
export * from './provenance/divide-gift.js';
export * from './provenance/follow-coins.js';
export * from './provenance/lineage.js';
export * from './provenance/lineage-facts.js';
export * from './provenance/parts.js';
export * from './provenance/prorate.js';
export * from './provenance/purchase-concern.js';
export * from './provenance/trace-origins.js';
export * from './refunds/judge-refund.js';
export * from './refunds/refund.js';
export * from './refunds/refund.machine.js';
export * from './refunds/refund-bulk.machine.js';
export * from './refunds/refund-facts.js';
export * from './refunds/refund-obstacle.js';
export * from './refunds/refund-policy.js';
export * from './refunds/refund-reasons.js';
export * from './reports/report-bucket.js';
export * from './risk/account-event.js';
export * from './risk/acting-device.js';
export * from './risk/compile-ruleset.js';
export { MAX_CONDITION_COST } from './risk/condition-cost.js';
export * from './risk/evaluate-ruleset.js';
export * from './risk/quick-condition.js';
export * from './risk/rule.js';
export * from './risk/rule-context.js';
export {
  describeRuleContext,
  type FactDoc,
  factAt,
  MAX_CONDITION_LENGTH,
  ruleEnvironment,
} from './risk/rule-environment.js';
export * from './risk/rule-input.js';
export {
  type FoundProblem,
  RULE_PROBLEMS,
  type RuleProblem,
  type RuleProblemCode,
  type RuleProblemValues,
} from './risk/rule-problem.js';
export * from './risk/shadow-ruleset.js';
export * from './risk/starter-ruleset/starter-ruleset.js';
export * from './risk/velocity.js';
export * from './risk/velocity-as-of.js';
export * from './risk/velocity-entities.js';
export * from './risk/velocity-reading.js';
export { hashId, MAX_SIGHTINGS } from './risk/velocity-sightings.js';
export * from './risk/velocity-state.js';
export { diffText, type TextPart } from './rules/diff-text.js';
export * from './rules/fact-origin.js';
export * from './rules/plain-words/plain-words.js';
export * from './rules/recorded-facts.js';
export * from './rules/ruleset.machine.js';
export * from './rules/ruleset-content.js';
export * from './rules/ruleset-diff.js';
export * from './rules/trace-condition.js';
export * from './rules/try-rule.js';
export * from './search/search-clues.js';
export * from './security/card-testing.js';
export * from './security/pack-profile.js';
export * from './security/place.js';
export * from './security/security-event.js';
export * from './security/security-profile.js';
export * from './security/step-up.js';
export * from './security/suspicion.js';
export * from './security/takeover-score.js';
export { TAKEOVER_SIGNS, type TakeoverSign } from './security/takeover-weights.js';
export * from './security/travel.js';
export * from './webhooks/webhook-delivery.js';
export * from './webhooks/webhook-endpoint.js';
export * from './webhooks/webhook-event.js';
