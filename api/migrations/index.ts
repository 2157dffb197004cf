import { Economy1764000000000 } from './1764000000000-economy.js';
import { Access1764000100000 } from './1764000100000-access.js';
import { Limits1764000200000 } from './1764000200000-limits.js';
import { Risk1764000300000 } from './1764000300000-risk.js';
import { WebhooksAndReports1764000400000 } from './1764000400000-webhooks-and-reports.js';
import { Simulation1764000500000 } from './1764000500000-simulation.js';
import { Catalogue1764000600000 } from './1764000600000-catalogue.js';

/** In order. A migration that has shipped is never edited, only followed. */
export const MIGRATIONS = [
  Economy1764000000000,
  Access1764000100000,
  Limits1764000200000,
  Risk1764000300000,
  WebhooksAndReports1764000400000,
  Simulation1764000500000,
  Catalogue1764000600000,
];
