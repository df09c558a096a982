/** ES-only packages that CommonJS ones require: Node does that by itself, jest only from Node 24.9 on. */
const REQUIRED_MODULES = ['cookie', 'content-disposition'];

/** ES modules throughout: needs NODE_OPTIONS=--experimental-vm-modules, which `npm test` sets. */
export default {
  roots: ['apps', 'libs', 'test'].map((folder) => `<rootDir>/${folder}`),
  testMatch: ['**/*.spec.ts'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^@app/(.*)$': '<rootDir>/libs/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    // As in .swcrc, except that the import paths stay as written: the mapper above resolves them.
    '\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          target: 'es2023',
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
    // No module type: it becomes what its reader asks for, CommonJS for require.
    [`/node_modules/(${REQUIRED_MODULES.join('|')})/.*\\.js$`]: ['@swc/jest', { swcrc: false, jsc: { target: 'es2023' } }],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${REQUIRED_MODULES.join('|')})/)`],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  reporters: ['default', '<rootDir>/test/support/closing-reporter.mjs'],
  testTimeout: 30_000,
  maxWorkers: 2,
};
