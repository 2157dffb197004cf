export { type StoredLabel, writeLabels } from './labels.store.js';
