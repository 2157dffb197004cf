import { readFileSync } from 'node:fs';
import { JWT } from 'google-auth-library';
import { z } from 'zod';

const SCOPE = 'https://www.googleapis.com/auth/androidpublisher';

const serviceAccount = z.object({
  client_email: z.string(),
  private_key: z.string(),
  private_key_id: z.string().optional(),
});

/** A service account that signs its own tokens, so that nothing has to be fetched before a call. */
export function googleAccount(file: string): JWT {
  const key = serviceAccount.parse(JSON.parse(readFileSync(file, 'utf8')));
  const account = new JWT({
    email: key.client_email,
    key: key.private_key,
    scopes: [SCOPE],
    ...(key.private_key_id !== undefined && { keyId: key.private_key_id }),
  });
  account.useJWTAccessWithScope = true;
  return account;
}
