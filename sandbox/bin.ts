#!/usr/bin/env node
/** The command `ffc-elements` of the package. */
import process from 'node:process';

const [, , name, ...args] = process.argv;
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (name === '--instance') {
  // The instances of the backend: the sandbox forks itself for each.
  await import('./app/instance.js');
} else if (name === 'sandbox' && (major < 22 || (major === 22 && minor < 13))) {
  console.error(`The sandbox needs Node 22.13 or newer, and this is ${process.version}.`);
  process.exitCode = 1;
} else if (name === 'sandbox') {
  process.argv.splice(2, Infinity, ...args);
  await import('./cli.js');
} else {
  const isHelp = name === undefined || name === '--help' || name === '-h';
  console[isHelp ? 'log' : 'error'](`Usage: npx ffc-elements sandbox [options]

Starts a local FlipFlop Cloud: the service, a LiveKit server, and a demo page.
  npx ffc-elements sandbox --help   lists its options`);
  process.exitCode = isHelp ? 0 : 1;
}
