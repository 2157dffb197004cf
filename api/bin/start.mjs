import './node-version.mjs';

// Later imports are dynamic: nothing newer than the version check may be read by a Node that is too old.
const { ensureInstalled } = await import('./install.mjs');
const { ensureConsoleBuilt } = await import('./build-steps.mjs');

ensureInstalled();
ensureConsoleBuilt();
await import('../dist/src/main.js');
