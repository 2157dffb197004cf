import type { TranslationMessages } from 'react-admin';

const parts = import.meta.glob<object>('./*.json', { eager: true, import: 'default' });

/** Every file of this folder adds its own top-level keys. */
export const german: TranslationMessages = Object.assign({}, ...Object.values(parts));
