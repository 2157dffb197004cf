import { ACCOUNT_EVENT_TYPES, CONTENT_KINDS } from '@coinwarden/domain';
import { z } from 'zod';
import { writtenText } from './content.js';
import { device, id, instant, longText, shortText } from './primitives.js';

const common = { accountId: id, occurredAt: instant.optional(), device: device.optional() };

const [signIn, signInFailed, credentialChange, report] = ACCOUNT_EVENT_TYPES;

/** What happened around an account outside of its transactions. */
export const accountEventRequest = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal(signIn), ...common, method: shortText.optional() }),
    z.strictObject({ type: z.literal(signInFailed), ...common, method: shortText.optional() }),
    z.strictObject({
      type: z.literal(credentialChange),
      ...common,
      credential: z.enum(['password', 'email', 'phone', 'second_factor', 'other']).optional(),
    }),
    z.strictObject({
      type: z.literal(report),
      ...common,
      /** The account that reports, when it is a user. */
      reporterId: id.optional(),
      /** Said the other way round: who is reported, and `accountId` is who reports. */
      reportedAccountId: id.optional(),
      reason: shortText.optional(),
      /** What the user wrote; `text` is the same by another name. */
      note: longText.optional(),
      text: longText.optional(),
      contentId: id.optional(),
      /** The text that is reported, as it was written: it is scanned, and the report names the scan. */
      reportedText: writtenText.optional(),
      /** What kind of text; a comment unless said otherwise. */
      contentKind: z.enum(CONTENT_KINDS).optional(),
    }),
  ])
  .meta({ id: 'AccountEventRequest' });
export type AccountEventRequest = z.infer<typeof accountEventRequest>;

export const accountEventAnswer = z
  .object({
    eventId: z.string(),
    receivedAt: instant,
    /** For a report of a text: its scan. */
    scanId: z.string().optional(),
  })
  .meta({ id: 'AccountEventAnswer' });
export type AccountEventAnswer = z.infer<typeof accountEventAnswer>;
