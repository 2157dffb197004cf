export { CoinwardenClient } from './client.js';
export { CoinwardenError, NoAnswerError } from './errors.js';
export type { Fetch, TransportOptions } from './transport.js';
export { type ReceivedEvent, receiveWebhook, type WebhookMessage } from './webhooks.js';
