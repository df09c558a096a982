import { say } from './trouble.mjs';

/**
 * A signal that is aborted when somebody asks us to end: Ctrl-C (which npm passes on a second time), a plain kill, a
 * closed terminal, or npm itself gone without a word.
 * @returns {AbortSignal}
 */
export function endingRequested() {
  const ending = new AbortController();
  const end = () => {
    if (ending.signal.aborted) return;
    say('Stopping …');
    ending.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && end(), 500).unref();
  }
  return ending.signal;
}

/** Settles when the signal does. @param {AbortSignal} signal @returns {Promise<void>} */
export function requested(signal) {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
