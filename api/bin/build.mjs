import './node-version.mjs';

const { ensureInstalled } = await import('./install.mjs');
const { ensureConsoleBuilt } = await import('./build-steps.mjs');

ensureInstalled();
ensureConsoleBuilt();
