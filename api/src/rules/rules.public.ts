/** What other features may use of rules. */
export { readFirstReleases, readRuleset, readTheRuleset, withRules } from './persistence/rulesets.store.js';
export { type ShadowRecord, writeShadow } from './persistence/shadow.store.js';
export { RulesModule } from './rules.module.js';
export { RulesetCache } from './ruleset-cache.js';
export { ShadowCache } from './shadow-cache.js';
