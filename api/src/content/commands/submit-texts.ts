import { type ContentScanAnswer, contentScanRequest, type Problem } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import { problemDocument } from '../../platform/http/problem.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { fieldErrors } from '../../platform/http/validation.pipe.js';
import { type ContentItem, ScanContent } from './scan-content.js';

/** Takes a batch of texts from the wire to the scan and its refusals back: a bad item fails alone. */
@Injectable()
export class SubmitTexts {
  constructor(private readonly scan: ScanContent) {}

  async many(
    items: readonly unknown[],
    request: { url: string; id: string },
  ): Promise<(ContentScanAnswer | Problem)[]> {
    const refused = new Map<number, ProblemError>();
    const accepted: ContentItem[] = [];
    items.forEach((item, i) => {
      const parsed = contentScanRequest.safeParse(item);
      if (parsed.success) accepted.push(parsed.data);
      else {
        const errors = fieldErrors(parsed.error.issues, `/items/${i}`);
        refused.set(i, new ProblemError('request.invalid', undefined, errors));
      }
    });
    const results = (await this.scan.many(accepted))[Symbol.iterator]();
    return items.map((_, i) => {
      const result = refused.get(i) ?? results.next().value!;
      return result instanceof ProblemError ? problemDocument(result, request) : result;
    });
  }
}
