import { DiscoveryService } from '@nestjs/core';
import type { Topic, Topics } from './topics.js';

/** One announcement as it is handed on. `id` is the outbox row's and the same on every repetition. */
export interface OutboxEvent<T extends Topic = Topic> {
  readonly id: string;
  readonly topic: T;
  readonly payload: Topics[T];
}

/**
 * Handles announcements in small batches, each at least once and in no certain order: what it does must be safe to
 * repeat. A batch that throws is retried whole, apart from the other subscribers of its topic.
 */
export interface OutboxSubscriber<T extends Topic = Topic> {
  handle(events: readonly OutboxEvent<T>[]): Promise<void>;
}

/**
 * Marks a provider as a subscriber. `name` is part of queued jobs: it stays when the class is renamed. The processes
 * that only serve HTTP know it too, so a new one belongs in every image before its first event is expected.
 */
export const Subscribes = DiscoveryService.createDecorator<{
  readonly name: string;
  readonly topics: readonly Topic[];
}>();
