// Imported before anything else, and in syntax that old versions can still read: it has to get as far as telling them.
const [major, minor] = process.versions.node.split('.').map(Number);
const supported = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;

if (!supported) {
  console.error(
    `Coinwarden needs Node.js 20.19 or newer (of version 22, 22.12 or newer), and this is ${process.version}: ` +
      'install a current Node.js from https://nodejs.org and run the command again.',
  );
  process.exit(1);
}
