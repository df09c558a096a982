import config from '../../jest.config.mjs';

/** The search for parameters that no test holds: no database, one process. */
export default {
  ...config, rootDir: new URL('../..', import.meta.url).pathname, testMatch: ['**/test/mutants/*.mutants.ts'],
  globalSetup: undefined, globalTeardown: undefined, reporters: [['default', { summaryThreshold: 1 }]], testTimeout: 600_000, maxWorkers: 1,
};
