import type { PromotionContents, StaffPromotion } from '@coinwarden/contracts';
import { localTimeOf } from '@coinwarden/domain';
import type { TestStaff } from './app.js';

const HOUR_MS = 3_600_000;

/** What a manager writes: ten percent more coins for everybody, from an hour ago until tomorrow, at no risk. */
export const promotionContents = (overrides: Partial<PromotionContents> = {}): PromotionContents => ({
  name: 'Ten percent more',
  effect: 'bonus_percent',
  value: 10,
  packageIds: [],
  audience: null,
  code: null,
  singleUseCodes: false,
  startsLocal: localTimeOf(Date.now() - HOUR_MS, 'Europe/Berlin'),
  endsLocal: localTimeOf(Date.now() + 24 * HOUR_MS, 'Europe/Berlin'),
  timeZone: 'Europe/Berlin',
  budgetCoins: 50_000,
  usesPerAccount: null,
  exclusiveGroup: null,
  holdoutPercent: 0,
  priority: 0,
  pauseAbusePercent: null,
  pausePacePercent: null,
  ...overrides,
});

/** A product manager at work on promotions. */
export class PromotionDesk {
  constructor(readonly staff: TestStaff) {}

  draft(promotionId: string, overrides: Partial<PromotionContents> = {}) {
    return this.staff.request
      .post('/staff/promotions')
      .send({ promotionId, ...promotionContents(overrides) });
  }

  act(promotionId: string, action: string, body: object = {}) {
    return this.staff.request.post(`/staff/promotions/${promotionId}/actions/${action}`).send(body);
  }

  async read(promotionId: string): Promise<StaffPromotion> {
    return (await this.staff.request.get(`/staff/promotions/${promotionId}`).expect(200)).body;
  }

  /** Written and released, by somebody else too where that is asked for. */
  async release(
    promotionId: string,
    overrides: Partial<PromotionContents> = {},
    approver?: PromotionDesk,
  ): Promise<void> {
    await this.draft(promotionId, overrides).expect(201);
    await this.submit(promotionId, approver);
  }

  async submit(promotionId: string, approver?: PromotionDesk): Promise<void> {
    const { revision } = await this.read(promotionId);
    await this.act(promotionId, 'submit', { revision, reason: 'Test' }).expect(200);
    if (approver) await approver.act(promotionId, 'approve', { revision }).expect(200);
  }
}
