import type { ContentTrial, ContentTrialAnswer } from '@coinwarden/contracts';
import { guessLanguage, scanContent } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ContentReferencesCache } from '../content-references-cache.js';

/** What a scan would say about a text, by the lists as they stand. Writes nothing. */
@Injectable()
export class ContentTrials {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
    private readonly references: ContentReferencesCache,
  ) {}

  async run({ displayName, ...input }: ContentTrial): Promise<ContentTrialAnswer> {
    const { references } = await this.references.current(this.db, this.clock.now());
    const verdict = scanContent({ ...input, displayName }, references);
    return {
      verdict: verdict.verdict,
      score: verdict.score,
      reasons: verdict.reasons.map((reason) => ({ ...reason, values: { ...reason.values } })),
      spans: [...verdict.spans],
      links: [...verdict.domains],
      language: guessLanguage(input.text) ?? null,
      scannedChars: verdict.scannedChars,
    };
  }
}
