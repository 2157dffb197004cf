/** What other parts may use of the simulation: nothing that decides does. */
export { type DemoFile, readDemoFile, writeDemoFile } from './demo-file.js';
export { type StoredLabel, writeLabels } from './labels.store.js';
export { openLabelSink } from './live/live-labels.js';
export { LiveMoneyBack } from './live/live-money-back.js';
export { playLive, type SecondOfTraffic } from './live/live-traffic.js';
export { SandboxClient } from './live/sandbox-client.js';
export { ServiceClient } from './live/service-client.js';
export { simulatedCatalogue } from './seed/demo-economy.js';
export { DemoSignIns } from './seed/demo-sign-ins.js';
export { PlayHistory } from './seed/play-history.js';
export { type SeedRequest, seedDemo } from './seed/seed-demo.js';
export { SimulationModule } from './simulation.module.js';
