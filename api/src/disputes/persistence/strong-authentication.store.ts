import { z } from 'zod';
import type { Queryable } from '../../platform/database/sql.js';

/** Where Stripe's charges say how 3-D Secure went (https://docs.stripe.com/api/charges/object). */
const charge = z.object({
  data: z.object({
    object: z.object({
      payment_method_details: z.object({
        card: z.object({ three_d_secure: z.object({ result: z.string().nullish() }) }),
      }),
    }),
  }),
});

/** With these the card's issuer, not the merchant, is liable for fraud. */
const SHIFTING: ReadonlySet<string> = new Set(['authenticated', 'attempt_acknowledged']);

/** As many notices of one payment as can say it. */
const MAX_NOTICES = 10;

/** Whether the holder authenticated the payment strongly, as the provider's own notices of it say; null when none does. */
export async function readStrongAuthentication(
  db: Queryable,
  { purchaseId }: { readonly purchaseId: string },
): Promise<boolean | null> {
  const rows = await db.query<{ body: Buffer }>(
    `SELECT body FROM provider_notices
     WHERE purchase_id = $1 AND fact_type = 'payment_captured' AND source = 'stripe'
     ORDER BY notice_id LIMIT ${MAX_NOTICES}`,
    [purchaseId],
  );
  const results = rows.flatMap(({ body }) => {
    const told = charge.safeParse(JSON.parse(body.toString('utf8')));
    const result = told.data?.data.object.payment_method_details.card.three_d_secure.result;
    return result ? [result] : [];
  });
  return results.length === 0 ? null : results.some((result) => SHIFTING.has(result));
}
