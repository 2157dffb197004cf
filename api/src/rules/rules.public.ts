/** What other features may use of rules. */
export { RulesModule } from './rules.module.js';
export { RulesetCache } from './ruleset-cache.js';
