import type { AccountEventType } from '../risk/account-event.js';
import { type DocumentExhibit, tableOf } from './evidence-document.js';
import type { EvidenceFacts } from './evidence-facts.js';
import { sameDevice } from './evidence-matches.js';
import { momentText, plural, spanText, timeText } from './evidence-text.js';

export function accountExhibit({ account, purchase }: EvidenceFacts): DocumentExhibit {
  return {
    key: 'account',
    title: 'The account',
    summary: `The account was opened on ${timeText(account.createdAt)}, ${spanText(purchase.purchasedAt - account.createdAt)} before the order.`,
    empty: false,
    facts: [
      ['Account', account.accountId],
      ['Name', account.displayName ?? 'not given'],
      ['E-mail address', account.email ?? 'not given'],
      ['Country', account.country],
      ['Opened at', timeText(account.createdAt)],
    ],
  };
}

const EVENT: Record<AccountEventType, string> = {
  sign_in: 'Signed in',
  sign_in_failed: 'Sign-in failed',
  credential_change: 'Credentials changed',
  recovery: 'Access regained by a reset',
  step_up: 'Asked for a further proof of identity',
  report: 'Reported',
};

export function activityExhibit({ activity, purchase }: EvidenceFacts): DocumentExhibit {
  const shown = activity.filter((event) => event.type !== 'report');
  const signIns = shown.filter((event) => event.type === 'sign_in');
  const matching = signIns.filter((event) => sameDevice(event, purchase)).length;
  return {
    key: 'activity',
    title: 'Sign-ins around the purchase',
    summary:
      shown.length === 0
        ? 'No sign-ins are on record.'
        : `${plural(signIns.length, 'sign-in')} around the purchase, ${matching} from the device that ordered.`,
    empty: shown.length === 0,
    table: tableOf(
      [
        { title: 'When (UTC)', weight: 26 },
        { title: 'What', weight: 20 },
        { title: 'Device', weight: 32 },
        { title: 'IP address', weight: 22 },
      ],
      shown.map((event) => [
        momentText(event.at),
        EVENT[event.type],
        event.deviceId === null
          ? 'not recorded'
          : `${event.deviceId}${sameDevice(event, purchase) ? ' (as ordered)' : ''}`,
        event.ip ?? 'not recorded',
      ]),
    ),
  };
}
