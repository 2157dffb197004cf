import { workOffBacktests } from './work-off-backtests.js';

/**
 * A process of its own, so that a backtest takes nothing from decisions but what the machine has left: whoever starts it
 * gives it a low priority, its memory is its own, and if it dies nothing dies with it.
 */
const stop = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(signal, () => stop.abort());

process.once('message', (settings: { databaseUrl: string }) => {
  workOffBacktests({ ...settings, stop: stop.signal }).then(
    () => process.exit(0),
    (error) => {
      process.stderr.write(`backtests stopped: ${error instanceof Error ? error.stack : error}\n`);
      process.exit(1);
    },
  );
});
