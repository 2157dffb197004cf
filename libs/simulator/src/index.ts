export * from './options.js';
export { MARKETS } from './people/places.js';
export { Random } from './random.js';
export { type Simulation, simulate } from './simulate.js';
