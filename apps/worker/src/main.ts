import 'reflect-metadata';
import { openLog } from './log.js';
import { readSettings, type Settings } from './settings.js';
import { work } from './worker.js';

// Less than the five seconds after which a supervisor kills.
const stopWithinMs = 4_000;

const settings = settled();
const log = openLog(settings.logLevel);
const ending = new AbortController();

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (ending.signal.aborted) return;
    log.info({ signal }, 'worker stops');
    ending.abort();
    // What is cut off here rolls back; another worker, or the next start, takes it up.
    setTimeout(() => leave(0, 'worker stopped in the middle of something'), stopWithinMs).unref();
  });
}
// The queue gives some lost connections back twice, where nobody waits for it. Whatever else it be: nothing was half done.
process.on('unhandledRejection', (error) => {
  log.error({ err: error }, 'unhandled rejection');
});

try {
  await work(settings, log, ending.signal);
  leave(0, 'worker stopped');
} catch (error) {
  log.fatal({ err: error }, 'worker cannot serve');
  leave(1, 'worker stopped');
}

function leave(code: number, words: string): void {
  log.info(words);
  process.exit(code);
}

function settled(): Settings {
  try {
    return readSettings(process.env);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
