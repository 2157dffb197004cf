import { SECOND } from '@coinwarden/domain';
import { simulate } from '@coinwarden/simulator';
import { type INestApplicationContext, Injectable } from '@nestjs/common';
import { installCatalogue, readCatalogue } from '../../packages/packages.public.js';
import { Sandbox } from '../../payments/payments.public.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { progressOn } from '../../platform/progress/progress.js';
import { installDemoPlans, installDemoPromotions, WELCOME_CODE } from '../../promotions/promotions.public.js';
import type { DemoFile } from '../demo-file.js';
import { CaseDesk } from './case-desk.js';
import { DEMO_SIZE, type DemoSize, demoOptions, simulatedCatalogue } from './demo-economy.js';
import { DemoSignIns } from './demo-sign-ins.js';
import { PlayHistory } from './play-history.js';
import { PlayMoneyBack } from './play-money-back.js';
import { beginSeed, finishSeed, markItemsDone } from './seeds.store.js';
import { StaffAtWork } from './staff-at-work.js';

const NAME = 'demo';
const VERDICT_AFTER = 90 * SECOND;

export interface SeedRequest {
  /** Where the console and API will answer; goes into demo.json. */
  readonly url: string;
  readonly output: NodeJS.WriteStream;
  readonly size?: DemoSize;
}

/**
 * The economy a newcomer finds: a catalogue, promotions, sign-ins and a month of history that went through the real
 * decision path. Killed anywhere, the next start goes on where it stopped; once finished, it costs one look.
 */
@Injectable()
export class SeedDemo {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly signIns: DemoSignIns,
    private readonly history: PlayHistory,
    private readonly staff: StaffAtWork,
    private readonly moneyBack: PlayMoneyBack,
    private readonly sandbox: Sandbox,
    private readonly cases: CaseDesk,
  ) {}

  async run({ url, output, size = DEMO_SIZE }: SeedRequest): Promise<DemoFile> {
    const demo = await this.signIns.ensure(url);
    const now = this.clock.now();
    const seed = await this.uow.run(async (tx) => {
      const begun = await beginSeed(tx, NAME, demoOptions(size, now));
      if (!begun.finished) {
        await installCatalogue(tx);
        await installDemoPromotions(tx, now);
        await installDemoPlans(tx, now);
      }
      return begun;
    });
    if (seed.finished) return demo;

    const catalogue = simulatedCatalogue(await readCatalogue(this.uow), {
      welcomeCode: WELCOME_CODE,
      at: now,
    });
    const simulation = simulate({ ...seed.options, catalogue });
    const total = seed.options.transactions;
    const progress = progressOn(output, 'Seeding the demo economy', total);
    const done = await this.history.run(
      simulation,
      { itemsDone: seed.itemsDone, source: 'demo' },
      async (at) => {
        await this.uow.run((tx) => markItemsDone(tx, NAME, at.itemsDone));
        progress.update(at.transactions, `${at.transactions} of ${total} transactions`);
      },
    );
    await this.staff.run();
    if (this.moneyBack.isOn) {
      await this.moneyBack.settle(this.clock.now());
      // From here on a visitor plays along, and does not want to wait for days.
      await this.sandbox.hurry(VERDICT_AFTER);
    }
    await this.cases.gather();
    await this.cases.leaveTraces(this.clock.now());
    await this.uow.run((tx) => finishSeed(tx, NAME));
    progress.update(total, `${done.transactions} transactions`);
    progress.stop();
    return demo;
  }
}

/** The one call of a start in demo mode, after migrating and before listening. */
export const seedDemo = (app: INestApplicationContext, request: SeedRequest): Promise<DemoFile> =>
  app.get(SeedDemo, { strict: false }).run(request);
