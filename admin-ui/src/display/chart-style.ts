import { useFormat } from '../i18n/use-format';

export const CHART_HEIGHT = 236;

export const AXIS = {
  stroke: 'var(--border-strong)',
  tick: { fill: 'var(--muted)', fontSize: 11 },
  tickLine: false,
} as const;

export const TOOLTIP = {
  contentStyle: {
    backgroundColor: 'var(--raised)',
    border: '1px solid var(--border)',
    borderRadius: 8,
    fontSize: 12,
    boxShadow: '0 8px 24px rgb(0 0 0 / 0.14)',
  },
  labelStyle: { color: 'var(--muted)', marginBottom: 4 },
  itemStyle: { color: 'var(--text)', padding: '1px 0' },
  separator: ': ',
  cursor: { fill: 'var(--neutral-soft)', opacity: 0.6 },
  isAnimationActive: false,
} as const;

/** How buckets are written: hours with their time, days without; days are the report's own, in UTC. */
export function useBucketText(bucket: 'hour' | 'day', spansDays: boolean) {
  const format = useFormat();
  const day = new Intl.DateTimeFormat(format.locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const hour = new Intl.DateTimeFormat(format.locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: format.timeZone,
  });
  const tick = (at: string) =>
    bucket === 'day' ? day.format(new Date(at)) : spansDays ? format.day(at) : hour.format(new Date(at));
  return {
    /** The first bucket of each day where the axis shows days: every date once, under its own midnight. */
    ticks: (series: readonly { at: string }[]) =>
      series.flatMap(({ at }, index) => {
        const before = series[index - 1];
        return before && tick(before.at) !== tick(at) ? [at] : [];
      }),
    tick,
    label: (at: string) => (bucket === 'day' ? day.format(new Date(at)) : format.timeWithOffset(at)),
  };
}
