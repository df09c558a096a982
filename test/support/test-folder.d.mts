/** Types of test-folder.mjs, for the specs. */
export function makeTestFolder(): Promise<string>;
