/** What other features may use of accounts. */
export { AccountsModule } from './accounts.module.js';
export { ChangeAccountStatus } from './commands/change-account-status.js';
export { countMoneyBack } from './commands/count-money-back.js';
export { openAccounts } from './commands/open-accounts.js';
export { RegisterAccounts } from './commands/register-accounts.js';
export { type Registration, upsertAccounts } from './persistence/account-registration.store.js';
export { type AccountRecord, lockAccount, readAccount, readAccounts } from './persistence/accounts.store.js';
export { AccountPage } from './queries/account-page.js';
export { AccountTransactionList } from './queries/account-transactions.js';
