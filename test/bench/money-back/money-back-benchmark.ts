import type { BenchServer } from '../bench-server.js';
import { calm } from '../calm.js';
import { createAccounts } from '../population.js';
import { type Goal, type Measurement, measurement, quantile } from '../report.js';
import { CREATOR_EVERY } from '../workload.js';
import { refundInBulk } from './bulk-refund.js';
import { sendNotices } from './notice-load.js';
import { makeNotices } from './notices.js';
import type { PaymentProvider } from './payment-provider.js';
import { askProvenance, giveAway } from './provenance.js';
import { buyOnce } from './purchases.js';
import { StaffSession } from './staff-session.js';

export interface MoneyBackOptions {
  readonly server: BenchServer;
  readonly provider: PaymentProvider;
  readonly databaseUrl: string;
  /** The accounts that are there already. */
  readonly accounts: number;
  /** Sent by the provider. */
  readonly notices: number;
  /** Purchases of the bulk refund. */
  readonly refunds: number;
}

const GIFTS = 10_000;
const NOTICES_PER_PURCHASE = 4.5;
const QUESTIONS = 100;
/** Questions until the server has compiled what answers them. */
const WARM_UP = 10;
/** What an answer about one purchase, and one look of the console, may take. */
const PROVENANCE_MS = 200;
const LOOK_MS = 100;

/** How fast money goes back, and how fast it is seen where the coins went. */
export class MoneyBackBenchmark {
  readonly results: Record<string, Measurement> = {};
  readonly goals: Readonly<Record<string, Goal>> = {
    provenance_p50: { atMost: 1 },
    provenance_p95: { atMost: 1 },
    bulk_progress_p95: { atMost: 1 },
  };

  constructor(private readonly options: MoneyBackOptions) {}

  /** `decisions`: what the same server decides in a second, the measure of the others. */
  async run(decisions: number): Promise<void> {
    const { accounts, databaseUrl, provider, refunds, server } = this.options;
    const toldOf = accounts + refunds;
    const giver = toldOf + this.purchasesToldOf;
    await createAccounts(databaseUrl, giver + 1 - accounts, accounts);
    await this.provenance(giver);
    await this.notices(toldOf, decisions);
    provider.tell(server.url);
    await this.bulk(accounts, decisions);
  }

  private get purchasesToldOf(): number {
    return Math.ceil(this.options.notices / NOTICES_PER_PURCHASE);
  }

  private async provenance(buyer: number): Promise<void> {
    const { accounts, databaseUrl, server } = this.options;
    const creators = Math.floor(accounts / CREATOR_EVERY);
    const purchaseId = await giveAway(server, { buyer, gifts: GIFTS, creators });
    await calm(databaseUrl);
    await askProvenance(server, purchaseId, { gifts: GIFTS, times: WARM_UP });
    const took = await askProvenance(server, purchaseId, { gifts: GIFTS, times: QUESTIONS });
    const [p50, p95] = [quantile(took, 0.5), quantile(took, 0.95)];
    console.log(`provenance over ${GIFTS} gifts: p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`);
    this.results['provenance_p50'] = measurement(p50, 'ms', PROVENANCE_MS);
    this.results['provenance_p95'] = measurement(p95, 'ms', PROVENANCE_MS);
  }

  private async notices(from: number, decisions: number): Promise<void> {
    const { databaseUrl, notices: count, provider, server } = this.options;
    const { money } = server.catalogue;
    const bought = await buyOnce(server, { from, count: this.purchasesToldOf, priced: server.catalogue });
    const references = bought.map(({ reference }) => reference);
    const now = Math.floor(Date.now() / 1_000);
    const bodies = makeNotices({ count, references, money, now });
    const { url } = server;
    const rates = await sendNotices({ url, databaseUrl, bodies, sign: provider.sign });
    const { ingested, processed, states } = rates;
    console.log(
      `${count} notices: ${ingested.toFixed(0)}/s ingested, ${processed.toFixed(0)}/s processed, ` +
        `now ${Object.entries(states).map(([state, notices]) => `${notices} ${state}`)}`,
    );
    this.results['notices_ingested'] = measurement(ingested, 'notices/s', decisions);
    this.results['notices_processed'] = measurement(processed, 'notices/s', decisions);
  }

  private async bulk(from: number, decisions: number): Promise<void> {
    const { provider, refunds, server } = this.options;
    const asks = await StaffSession.open(provider, server.url, 'dispute_analyst');
    const starts = await StaffSession.open(provider, server.url, 'ts_lead');
    const bought = await buyOnce(server, { from, count: refunds, priced: server.catalogue });
    const ids = bought.map(({ transactionId }) => transactionId);
    const run = await refundInBulk({ asks, starts }, ids);
    const look = quantile(run.looksMs, 0.95);
    const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
    console.log(
      `bulk refund of ${refunds}: looked through in ${seconds(run.preparedMs)}, all opened after ` +
        `${seconds(run.openedMs)}, all paid after ${seconds(run.paidMs)}; ${run.looksMs.length} looks at it, ` +
        `${run.underWay} of them under way, p95 ${look.toFixed(0)} ms`,
    );
    const rate = (ms: number) => (refunds * 1_000) / ms;
    this.results['bulk_refunds_opened'] = measurement(rate(run.openedMs), 'refunds/s', decisions);
    this.results['bulk_refunds_paid'] = measurement(rate(run.paidMs), 'refunds/s', decisions);
    this.results['bulk_progress_p95'] = measurement(look, 'ms', LOOK_MS);
  }
}
