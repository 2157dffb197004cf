import { createHash } from 'node:crypto';

/** 0 … 99, the same for a thing whenever it is asked: the demo is the same every time. */
export const chanceOf = (thing: string): number =>
  createHash('sha256').update(thing).digest().readUInt16BE(0) % 100;
