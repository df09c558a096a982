import { Trouble } from './trouble.mjs';

/** The oldest that the packages run on; see "engines" in package.json. */
export function assertNodeVersion() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Trouble(`Surety needs Node 20.19 or later; this is ${process.versions.node}.`);
}
