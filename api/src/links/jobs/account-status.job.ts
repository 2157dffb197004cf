import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type OutboxEvent, type OutboxSubscriber, Subscribes } from '../../platform/outbox/subscriber.js';
import { communitiesOf, communityMembers } from '../persistence/communities.store.js';
import { refreshLinkFacts } from '../persistence/link-facts.store.js';
import { waitForLinks } from '../persistence/link-nodes.store.js';

/** Tells everyone tied to an account, through what rules read, that it was suspended or released. */
@Injectable()
@Subscribes({ name: 'links-account-status', topics: ['account.status_changed'] })
export class AccountStatusJob implements OutboxSubscriber<'account.status_changed'> {
  constructor(private readonly uow: UnitOfWork) {}

  async handle(events: readonly OutboxEvent<'account.status_changed'>[]): Promise<void> {
    await this.uow.run(async (tx) => {
      await waitForLinks(tx);
      const changed = events.map(({ payload }) => payload.accountId);
      await refreshLinkFacts(tx, await communityMembers(tx, await communitiesOf(tx, changed)));
    });
  }
}
