/** What other features may use of the ledger. */
export { Books } from './persistence/books.js';
export { writeBooks } from './persistence/books.store.js';
export { findGiftLots, type GiftLot, type PostedGift } from './persistence/gift-lots.store.js';
export {
  lockWallets,
  readWallets,
  type WalletChange,
  type WalletRecord,
  writeWallets,
} from './persistence/wallets.store.js';
export { type LedgerDifference, VerifyLedger } from './queries/verify-ledger.js';
