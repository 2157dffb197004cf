/** How long open requests and running jobs may take once a stop was asked for. */
const DRAIN_PATIENCE_MS = 30_000;

/**
 * Resolves at the first Ctrl-C or SIGTERM; what follows is a clean stop. Whoever asks a second time, or waits longer
 * than a drain may take, gets the process ended on the spot: every acknowledged decision is durable already.
 */
export function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let asked = false;
    const onSignal = (signal: NodeJS.Signals) => {
      if (asked) process.exit(1);
      asked = true;
      setTimeout(() => process.exit(1), DRAIN_PATIENCE_MS).unref();
      resolve(signal);
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  });
}
