import { Presets, SingleBar } from 'cli-progress';

/** How far a long job has come, for whoever waits at the terminal. */
export interface Progress {
  /** `done` of the total, and what else is worth a word. */
  update(done: number, note: string): void;
  stop(): void;
}

const PLAIN_EVERY_MS = 5_000;

/** A bar on a terminal, a line every few seconds anywhere else. */
export function progressOn(stream: NodeJS.WriteStream, title: string, total: number): Progress {
  return stream.isTTY ? bar(stream, title, total) : lines(stream, title, total);
}

export const silentProgress: Progress = { update: () => {}, stop: () => {} };

function bar(stream: NodeJS.WriteStream, title: string, total: number): Progress {
  const single = new SingleBar(
    { stream, format: `${title} {bar} {percentage} % {note}`, hideCursor: true, clearOnComplete: false },
    Presets.shades_classic,
  );
  single.start(Math.max(1, total), 0, { note: '' });
  return {
    update: (done, note) => single.update(Math.min(done, total), { note }),
    stop: () => single.stop(),
  };
}

function lines(stream: NodeJS.WriteStream, title: string, total: number): Progress {
  let shownAt = Date.now();
  return {
    update(done, note) {
      if (Date.now() - shownAt < PLAIN_EVERY_MS) return;
      shownAt = Date.now();
      const percent = total === 0 ? 100 : Math.min(100, Math.floor((100 * done) / total));
      stream.write(`${title} ${percent} % ${note}\n`);
    },
    stop() {},
  };
}
