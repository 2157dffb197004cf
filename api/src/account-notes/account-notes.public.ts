/** What other features may use of the notes on accounts. */
export { readPinnedNotes } from './persistence/account-notes.store.js';
export { noteView } from './queries/account-note-records.js';
