/** Stands for each of the keys 1 to 9; which one it was is handed to the page. */
export const ANY_DIGIT = '1 – 9';

/**
 * Every keyboard shortcut of the console, once: pages bind the ones they answer to and the help sheet is drawn from the
 * same list. A single key selects, opens or moves; whatever moves money or binds a person still asks in a dialog.
 */
export const SHORTCUTS = {
  help: { keys: ['?'], group: 'everywhere' },
  /** With the command key on an Apple keyboard; bound where the search is, as it also works while somebody types. */
  palette: { keys: ['Ctrl', 'K'], group: 'everywhere' },
  search: { keys: ['/'], group: 'everywhere' },
  'go.dashboard': { keys: ['g', 'd'], group: 'everywhere' },
  'go.review': { keys: ['g', 'q'], group: 'everywhere' },
  'go.transactions': { keys: ['g', 't'], group: 'everywhere' },
  'go.accounts': { keys: ['g', 'a'], group: 'everywhere' },
  'go.queues': { keys: ['g', 'c'], group: 'everywhere' },
  'go.refund_queue': { keys: ['g', 'r'], group: 'everywhere' },
  'refund.new': { keys: ['g', 'n'], group: 'everywhere' },
  'queue.next': { keys: ['j'], group: 'queue' },
  'queue.previous': { keys: ['k'], group: 'queue' },
  'queue.open': { keys: ['Enter'], group: 'queue' },
  'queue.release': { keys: ['r'], group: 'queue' },
  'queue.decline': { keys: ['d'], group: 'queue' },
  'refund.approve': { keys: ['a'], group: 'refunds' },
  'refund.reject': { keys: ['x'], group: 'refunds' },
  'case.next': { keys: ['n'], group: 'cases' },
  'case.claim': { keys: ['c'], group: 'cases' },
  'case.macro': { keys: [ANY_DIGIT], group: 'cases' },
  'case.decide': { keys: ['d'], group: 'cases' },
  'case.note': { keys: ['m'], group: 'cases' },
  'case.snooze': { keys: ['s'], group: 'cases' },
  'case.escalate': { keys: ['e'], group: 'cases' },
  'case.release': { keys: ['r'], group: 'cases' },
  'case.confirm': { keys: ['a'], group: 'cases' },
  'case.send_back': { keys: ['x'], group: 'cases' },
  'account.tab': { keys: [ANY_DIGIT], group: 'account' },
  'account.timeline': { keys: ['0'], group: 'account' },
  'account.note': { keys: ['m'], group: 'account' },
  'account.older': { keys: ['o'], group: 'account' },
} as const satisfies Record<
  string,
  { keys: readonly string[]; group: 'everywhere' | 'queue' | 'cases' | 'refunds' | 'account' }
>;

export type Shortcut = keyof typeof SHORTCUTS;
export const SHORTCUT_GROUPS = ['everywhere', 'queue', 'cases', 'refunds', 'account'] as const;
