/**
 * Things kept under networks and found by an address: one look-up per prefix length in use, narrowest first, however
 * many networks there are. Lists use a handful of lengths.
 */
import type { IpAddress, IpNetwork } from './ip-address.js';

interface Level<T> {
  readonly bits: 32 | 128;
  readonly length: number;
  readonly shift: bigint;
  readonly byPrefix: Map<bigint, T[]>;
}

export class NetworkMap<T> {
  readonly #levels: Level<T>[] = [];

  get isEmpty(): boolean {
    return this.#levels.length === 0;
  }

  add(network: IpNetwork, item: T): void {
    const { byPrefix, shift } = this.#level(network);
    const prefix = network.value >> shift;
    const items = byPrefix.get(prefix);
    if (items) items.push(item);
    else byPrefix.set(prefix, [item]);
  }

  /** Keeps of what lies under exactly this network only what `test` says. */
  keep(network: IpNetwork, test: (item: T) => boolean): void {
    const at = this.#levels.findIndex(
      ({ bits, length }) => bits === network.bits && length === network.length,
    );
    const level = this.#levels[at];
    if (!level) return;
    const prefix = network.value >> level.shift;
    const kept = level.byPrefix.get(prefix)?.filter(test) ?? [];
    if (kept.length > 0) level.byPrefix.set(prefix, kept);
    else level.byPrefix.delete(prefix);
    if (level.byPrefix.size === 0) this.#levels.splice(at, 1);
  }

  /** What is kept under each network that holds the address, the narrowest network first. */
  find({ bits, value }: IpAddress): readonly (readonly T[])[] {
    const found: (readonly T[])[] = [];
    for (const level of this.#levels) {
      if (level.bits !== bits) continue;
      const items = level.byPrefix.get(value >> level.shift);
      if (items) found.push(items);
    }
    return found;
  }

  #level({ bits, length }: IpNetwork): Level<T> {
    const known = this.#levels.find((level) => level.bits === bits && level.length === length);
    if (known) return known;
    const level = { bits, length, shift: BigInt(bits - length), byPrefix: new Map<bigint, T[]>() };
    this.#levels.push(level);
    this.#levels.sort((a, b) => b.length - a.length);
    return level;
  }
}
