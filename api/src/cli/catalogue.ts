import 'reflect-metadata';
import { installCatalogue } from '../packages/packages.public.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { runProgram } from '../platform/embedded/run-program.js';
import { StartUpError } from '../platform/embedded/start-up-error.js';
import { onApplication } from './command-line.js';

const USAGE = `Usage: npm run catalogue -- install
Puts the default packages, prices and gifts on sale; what is already there stays as it is.`;

await runProgram(async () => {
  if (process.argv.length !== 3 || process.argv[2] !== 'install') throw new StartUpError(USAGE);
  const added = await onApplication((app) => app.get(UnitOfWork).run(installCatalogue));
  process.stdout.write(
    `Added ${added.packages} packages, ${added.pricePoints} price points and ${added.gifts} gifts.\n`,
  );
  return 0;
});
