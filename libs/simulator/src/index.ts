export * from './options.js';
export { Random } from './random.js';
export { type Simulation, simulate } from './simulate.js';
