import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import type { AnswerSender } from './answer-sender.js';
import { AppleAnswers } from './apple-answers.js';
import { GoogleAnswers } from './google-answers.js';

/** The way to each store that asks questions. */
@Injectable()
export class AnswerSenders {
  private readonly senders: Readonly<Record<'apple' | 'google', AnswerSender>>;

  constructor({ notices }: Config) {
    this.senders = {
      apple: new AppleAnswers(notices.apple, notices.consumptionConsent),
      google: new GoogleAnswers(notices.google),
    };
  }

  of(provider: 'apple' | 'google'): AnswerSender {
    return this.senders[provider];
  }
}
