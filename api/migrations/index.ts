import { Economy1764000000000 } from './1764000000000-economy.js';

/** In order. A migration that has shipped is never edited, only followed. */
export const MIGRATIONS = [Economy1764000000000];
