import { readFileSync } from 'node:fs';
import type { NoticeSource } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import type { NoticeVerifier } from './verifier.js';
import { VerifyAdyen } from './verify-adyen.js';
import { VerifyApple } from './verify-apple.js';
import { VerifyGoogle } from './verify-google.js';
import { VerifyStandard } from './verify-standard.js';
import { VerifyStripe } from './verify-stripe.js';

/** One verifier per source, made once from the configuration: what cannot be read there stops the start. */
@Injectable()
export class NoticeVerifiers {
  private readonly bySource: ReadonlyMap<NoticeSource, NoticeVerifier>;

  constructor({ notices }: Config, clock: Clock) {
    const { toleranceSeconds } = notices;
    const limits = { toleranceSeconds, now: () => clock.now() };
    const roots = notices.apple.rootFiles.map((file) => readFileSync(file));
    const verifiers: NoticeVerifier[] = [
      new VerifyStripe(notices.stripeSecrets, limits),
      new VerifyApple(notices.apple, roots, limits),
      new VerifyGoogle(notices.google),
      new VerifyStandard(notices.standardSecrets, limits),
      new VerifyAdyen(notices.adyenKeys),
    ];
    this.bySource = new Map(verifiers.map((verifier) => [verifier.source, verifier]));
  }

  of(source: NoticeSource): NoticeVerifier {
    return this.bySource.get(source)!;
  }
}
