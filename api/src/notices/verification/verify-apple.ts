import { X509Certificate } from 'node:crypto';
import {
  Environment,
  SignedDataVerifier,
  VerificationException,
  VerificationStatus,
} from '@apple/app-store-server-library';
import { z } from 'zod';
import type { NoticeSettings } from '../../platform/config/notice-settings.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { jsonOf, shapeOf } from './parse-signed.js';
import {
  type Arrival,
  invalidNotice,
  type NoticeVerifier,
  notConfigured,
  type RejectReason,
  SignatureRefused,
  type VerifiedNotice,
} from './verifier.js';

const envelope = z.object({ signedPayload: z.string().min(1) });
const payload = z.object({
  notificationType: z.string().min(1).max(100),
  subtype: z.string().max(100).optional(),
  notificationUUID: z.string().min(1).max(100),
  signedDate: z.int().positive(),
  data: z.object({ signedTransactionInfo: z.string().optional() }).optional(),
});
const header = z.object({
  alg: z.literal('ES256'),
  x5c: z.tuple([z.string(), z.string(), z.string()]),
  crit: z.undefined().optional(),
});

type AppleSettings = NoticeSettings['apple'];

/**
 * App Store Server Notifications V2. The library verifies the chain to a pinned root with Apple's OIDs, the certificates'
 * dates, signature, bundle, environment and, in production, the app. Added here, because it skips them: the algorithm is
 * pinned to ES256 (it takes what the key allows), the third certificate is a pinned root's (it is not looked at), the
 * leaf is no authority, no critical header is unknown, the signature is not from the future, and the transaction inside
 * is verified like the notice. Its environments `Xcode` and `LocalTesting` verify nothing: they cannot be configured.
 */
export class VerifyApple implements NoticeVerifier {
  readonly source = 'apple';
  private readonly verifier: SignedDataVerifier | null;
  private readonly roots: readonly X509Certificate[];

  constructor(
    settings: AppleSettings,
    roots: readonly Buffer[],
    private readonly limits: { readonly toleranceSeconds: number; readonly now: () => number },
  ) {
    this.roots = roots.map((root) => new X509Certificate(root));
    this.verifier = verifierOf(settings, this.roots);
  }

  async verify({ body }: Arrival): Promise<VerifiedNotice> {
    if (this.verifier === null) throw notConfigured('The app whose App Store notices come here');
    const given = envelope.safeParse(jsonOf(body));
    if (!given.success) throw new SignatureRefused('missing');
    const decoded = await this.decode(
      (v) => v.verifyAndDecodeNotification(given.data.signedPayload),
      given.data.signedPayload,
    );
    const notice = shapeOf(payload, decoded, '/signedPayload');
    const transaction = notice.data?.signedTransactionInfo;
    if (transaction !== undefined)
      await this.decode((v) => v.verifyAndDecodeTransaction(transaction), transaction);
    const { notificationType: type, subtype } = notice;
    return {
      providerNoticeId: notice.notificationUUID,
      kind: subtype ? `${type}.${subtype}` : type,
      occurredAt: notice.signedDate,
    };
  }

  private async decode<T extends { signedDate?: number }>(
    check: (verifier: SignedDataVerifier) => Promise<T>,
    jws: string,
  ): Promise<T> {
    this.checkHeader(jws);
    const decoded = await check(this.verifier!).catch(refuse);
    const latest = this.limits.now() + this.limits.toleranceSeconds * 1_000;
    if ((decoded.signedDate ?? 0) > latest) throw new SignatureRefused('time');
    return decoded;
  }

  private checkHeader(jws: string): void {
    const first = Buffer.from(jws.split('.', 1)[0]!, 'base64url');
    const parsed = header.safeParse(jsonOf(first));
    if (!parsed.success) throw new SignatureRefused('chain');
    const [leaf, , root] = parsed.data.x5c.map(certificate);
    if (!leaf || !root || leaf.ca || !this.roots.some((pinned) => isSameAuthority(pinned, root)))
      throw new SignatureRefused('chain');
  }
}

function verifierOf(settings: AppleSettings, roots: readonly X509Certificate[]): SignedDataVerifier | null {
  const { bundleId, appId, environment, revocationChecks } = settings;
  if (bundleId === null || roots.length === 0) return null;
  if (environment === 'Production' && appId === null) return null;
  return new SignedDataVerifier(
    roots.map((root) => root.raw),
    revocationChecks,
    environment === 'Production' ? Environment.PRODUCTION : Environment.SANDBOX,
    bundleId,
    appId ?? undefined,
  );
}

function certificate(base64: string): X509Certificate | null {
  try {
    return new X509Certificate(Buffer.from(base64, 'base64'));
  } catch {
    return null;
  }
}

/** A root is renewed under the same key and name, so those are what is pinned. */
const isSameAuthority = (pinned: X509Certificate, given: X509Certificate): boolean =>
  pinned.subject === given.subject && pinned.publicKey.equals(given.publicKey);

const REASONS: Partial<Record<VerificationStatus, RejectReason>> = {
  [VerificationStatus.INVALID_APP_IDENTIFIER]: 'identity',
  [VerificationStatus.INVALID_ENVIRONMENT]: 'identity',
  [VerificationStatus.INVALID_CHAIN_LENGTH]: 'chain',
  [VerificationStatus.INVALID_CERTIFICATE]: 'chain',
};

function refuse(error: unknown): never {
  if (!(error instanceof VerificationException)) throw error;
  // Apple's revocation service cannot be reached: Apple shall send the notice again.
  if (error.status === VerificationStatus.RETRYABLE_VERIFICATION_FAILURE)
    throw new ProblemError('service.unavailable', 'The certificates cannot be checked right now.');
  if (error.status === VerificationStatus.FAILURE)
    throw invalidNotice('/signedPayload', 'is not a notification');
  throw new SignatureRefused(REASONS[error.status] ?? 'mismatch');
}
