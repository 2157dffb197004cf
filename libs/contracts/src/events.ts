import { CONTENT_KINDS, CREDENTIALS, STEP_UP_METHODS } from '@coinwarden/domain';
import { z } from 'zod';
import { writtenText } from './content.js';
import { country, device, id, instant, longText, shortText } from './primitives.js';

/** Where it was, as the platform has looked it up: Coinwarden knows of no address where it is. */
export const place = z
  .strictObject({
    country,
    region: shortText.optional(),
    city: shortText.optional(),
    latitude: z.number().min(-90).max(90).optional(),
    longitude: z.number().min(-180).max(180).optional(),
  })
  .refine(({ latitude, longitude }) => (latitude === undefined) === (longitude === undefined), {
    path: ['longitude'],
    message: 'latitude and longitude come together',
  })
  .meta({ id: 'Place' });

const told = { accountId: id, occurredAt: instant.optional(), device: device.optional() };
const common = { ...told, place: place.optional() };

/** What happened around an account outside of its transactions. */
export const accountEventRequest = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('sign_in'), ...common, method: shortText.optional() }),
    z.strictObject({ type: z.literal('sign_in_failed'), ...common, method: shortText.optional() }),
    z.strictObject({
      type: z.literal('credential_change'),
      ...common,
      /** Left out it may have been any, and no code sent anywhere proves anything for a week. */
      credential: z.enum(CREDENTIALS).optional(),
    }),
    /** Access regained without the credential: a reset by mail, by phone, by support. */
    z.strictObject({ type: z.literal('recovery'), ...common, method: shortText.optional() }),
    /** Whoever acts was asked to prove that the account is theirs, as `security.step_up_required` wants. */
    z.strictObject({
      type: z.literal('step_up'),
      ...common,
      method: z.enum(STEP_UP_METHODS),
      outcome: z.enum(['passed', 'failed']),
    }),
    z.strictObject({
      type: z.literal('report'),
      ...told,
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
