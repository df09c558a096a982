import { writeSync } from 'node:fs';

/** Ends the output with one plain line that any reader understands, person or machine. */
export default class ClosingReporter {
  onRunComplete(_contexts, results) {
    // A file that does not even load has no tests to count, and is a failure all the same.
    const unloaded = results.testResults.filter((file) => file.testExecError && file.numFailingTests === 0).length;
    const failed = results.numFailedTests + unloaded;
    const skipped = results.numPendingTests + results.numTodoTests;
    const line = `${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    // Jest's own summary comes after the reporters, and the last word should be this.
    process.once('exit', () => writeSync(1, `\n${line}\n`));
  }
}
