import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { type OutboxSubscriber, Subscribes } from './subscriber.js';
import type { Topic } from './topics.js';

interface Registration {
  readonly name: string;
  readonly topics: readonly Topic[];
  readonly subscriber: OutboxSubscriber;
}

/** Every provider marked `@Subscribes`, found once. Two of one name would receive each other's jobs: refused. */
@Injectable()
export class SubscriberRegistry {
  private registrations: ReadonlyMap<string, Registration> | undefined;

  constructor(private readonly discovery: DiscoveryService) {}

  all(): Registration[] {
    return [...this.discover().values()];
  }

  get(name: string): OutboxSubscriber | undefined {
    return this.discover().get(name)?.subscriber;
  }

  private discover(): ReadonlyMap<string, Registration> {
    if (this.registrations) return this.registrations;
    const found = new Map<string, Registration>();
    for (const wrapper of this.discovery.getProviders({ metadataKey: Subscribes.KEY })) {
      const declared = this.discovery.getMetadataByDecorator(Subscribes, wrapper);
      if (!declared) continue;
      if (found.has(declared.name)) throw new Error(`Two outbox subscribers are named ${declared.name}`);
      found.set(declared.name, { ...declared, subscriber: wrapper.instance as OutboxSubscriber });
    }
    this.registrations = found;
    return found;
  }
}
