import { X509Certificate } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { VerifyApple } from '../../../api/src/notices/verification/verify-apple.js';
import { loadConfig } from '../../../api/src/platform/config/config.js';
import type { NoticeSettings } from '../../../api/src/platform/config/notice-settings.js';
import { type AppleChain, appleChain, type ChainOptions } from '../../support/apple-chain.js';
import { appleJws } from '../../support/notice-senders.js';

const FIXTURES = '/work/shared/conformance/apple';
const settings = {
  ...loadConfig({ NODE_ENV: 'test' }).notices.apple,
  bundleId: 'com.example',
  environment: 'Sandbox' as const,
};
const limits = { toleranceSeconds: 300, now: () => Date.now() };

const chain = appleChain();
const signedDate = Date.now();
const bought = (changes: object = {}) => ({
  transactionId: '2000000001',
  bundleId: 'com.example',
  environment: 'Sandbox',
  signedDate,
  ...changes,
});
const notification = (changes: object = {}, data: object = {}) => ({
  notificationType: 'REFUND',
  notificationUUID: '9ad56bd2-0bc6-42e0-af24-fd996d87a1e6',
  signedDate,
  data: { environment: 'Sandbox', bundleId: 'com.example', ...data },
  ...changes,
});

const verifier = (of: AppleChain = chain, changes: Partial<NoticeSettings['apple']> = {}) =>
  new VerifyApple({ ...settings, ...changes }, [of.root], limits);
const verify = (jws: string, by = verifier()) =>
  by.verify({ body: Buffer.from(JSON.stringify({ signedPayload: jws })), headers: {} });
const signed = (payload: object, by: AppleChain = chain) => appleJws(payload, by.x5c, by.leafKey);

describe('an App Store notice', () => {
  it('is taken under the pinned root, with its transaction', async () => {
    const transaction = signed(bought());
    await expect(verify(signed(notification({}, { signedTransactionInfo: transaction })))).resolves.toEqual({
      providerNoticeId: '9ad56bd2-0bc6-42e0-af24-fd996d87a1e6',
      kind: 'REFUND',
      occurredAt: signedDate,
    });
  });

  it.each<[string, ChainOptions]>([
    ['whose leaf lacks Apple’s OID', { leafOid: null }],
    ['whose intermediate lacks Apple’s OID', { intermediateOid: null }],
    ['whose leaf could issue certificates', { leafIsAuthority: true }],
    ['whose certificates have expired', { validTo: new Date(Date.now() - 86_400_000) }],
  ])('is refused under a chain %s', async (_, options) => {
    const bad = appleChain(options);
    await expect(verify(signed(notification(), bad), verifier(bad))).rejects.toMatchObject({
      code: 'notice.signature',
    });
  });

  it('is refused under a root that is not pinned, whole or only as its third certificate', async () => {
    const other = appleChain();
    await expect(verify(signed(notification(), other))).rejects.toMatchObject({ why: 'chain' });
    const mixed = [...chain.x5c.slice(0, 2), other.x5c[2]!];
    await expect(verify(appleJws(notification(), mixed, chain.leafKey))).rejects.toMatchObject({
      why: 'chain',
    });
  });

  it('is refused with a chain of another length', async () => {
    for (const x5c of [[], chain.x5c.slice(0, 1), chain.x5c.slice(0, 2), [...chain.x5c, chain.x5c[2]!]])
      await expect(verify(appleJws(notification(), x5c, chain.leafKey))).rejects.toMatchObject({
        why: 'chain',
      });
  });

  it('is refused when its algorithm is not ES256, whatever the key would allow', async () => {
    const strong = appleChain({ curve: 'P-384' });
    const jws = appleJws(notification(), strong.x5c, strong.leafKey, { alg: 'ES384', digest: 'SHA384' });
    await expect(verify(jws, verifier(strong))).rejects.toMatchObject({ why: 'chain' });
    await expect(verify(signed(notification(), strong), verifier(strong))).rejects.toMatchObject({
      code: 'notice.signature',
    });
  });

  it('is refused when a byte of it was changed', async () => {
    const [head, , signature] = signed(notification()).split('.');
    const other = Buffer.from(JSON.stringify(notification({ notificationType: 'TEST' }))).toString(
      'base64url',
    );
    await expect(verify([head, other, signature].join('.'))).rejects.toMatchObject({ why: 'mismatch' });
  });

  it('is refused for another bundle, environment or app', async () => {
    for (const data of [
      { bundleId: 'com.example.wrong' },
      { environment: 'Production' },
      { environment: 'Xcode' },
    ])
      await expect(verify(signed(notification({}, data)))).rejects.toMatchObject({ why: 'identity' });
    const production = verifier(chain, { environment: 'Production', appId: 1234 });
    const live = { environment: 'Production', appAppleId: 1234 };
    await expect(verify(signed(notification({}, live)), production)).resolves.toBeDefined();
    await expect(
      verify(signed(notification({}, { ...live, appAppleId: 1 })), production),
    ).rejects.toMatchObject({
      why: 'identity',
    });
  });

  it('is refused when the transaction inside is not signed like it, or is another app’s', async () => {
    const other = appleChain();
    for (const transaction of [
      signed(bought(), other),
      signed(bought({ bundleId: 'com.example.wrong' })),
      signed(bought({ environment: 'Production' })),
      'not.a.jws',
    ]) {
      const jws = signed(notification({}, { signedTransactionInfo: transaction }));
      await expect(verify(jws)).rejects.toMatchObject({ code: 'notice.signature' });
    }
  });

  it('is refused from the future; late ones are taken, Apple repeats them for days', async () => {
    const at = (offset: number) => signed(notification({ signedDate: Date.now() + offset }));
    await expect(verify(at(360_000))).rejects.toMatchObject({ why: 'time' });
    await expect(verify(at(200_000))).resolves.toBeDefined();
    await expect(verify(at(-5 * 86_400_000))).resolves.toBeDefined();
  });

  it('says that it is not set up without app or roots', async () => {
    const problem = { code: 'notice.not_configured' };
    await expect(verify('x', verifier(chain, { bundleId: null }))).rejects.toMatchObject(problem);
    await expect(verify('x', new VerifyApple(settings, [], limits))).rejects.toMatchObject(problem);
    const withoutApp = verifier(chain, { environment: 'Production' });
    await expect(verify('x', withoutApp)).rejects.toMatchObject(problem);
  });
});

const withFixtures = existsSync(FIXTURES) ? describe : describe.skip;
if (!existsSync(FIXTURES)) console.warn(`${FIXTURES} is absent: Apple's own fixtures are not tried.`);

withFixtures('Apple’s own fixtures', () => {
  const dir = mkdtempSync(join(tmpdir(), 'coinwarden-apple-'));
  afterAll(() => rmSync(dir, { recursive: true }));
  const fixture = (name: string) => readFileSync(`${FIXTURES}/mock_signed_data/${name}`, 'utf8').trim();
  const root = () => readFileSync(`${FIXTURES}/certs/testCA.der`);
  const byApple = () => new VerifyApple(settings, [root()], limits);

  it('verifies the test notification, with the root as DER and as PEM', async () => {
    const pem = join(dir, 'root.pem');
    writeFileSync(pem, new X509Certificate(root()).toString());
    for (const by of [byApple(), new VerifyApple(settings, [readFileSync(pem)], limits)])
      await expect(verify(fixture('testNotification'), by)).resolves.toMatchObject({ kind: 'TEST' });
  });

  it('verifies the signed transaction inside of a notice', async () => {
    const library = byApple();
    const decoded = await library['verifier']!.verifyAndDecodeTransaction(fixture('transactionInfo'));
    expect(decoded.bundleId).toBe('com.example');
  });

  it.each(['wrongBundleId', 'missingX5CHeaderClaim', 'legacyTransaction', 'renewalInfo', 'transactionInfo'])(
    'refuses %s',
    async (name) => {
      const refused = verify(fixture(name), byApple());
      await expect(refused).rejects.toMatchObject({
        code: expect.stringMatching(/^(notice\.signature|request\.invalid)$/),
      });
    },
  );

  it('refuses everything under another root', async () => {
    await expect(verify(fixture('testNotification'), verifier())).rejects.toMatchObject({ why: 'chain' });
  });
});
