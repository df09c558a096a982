import { fork } from 'node:child_process';
import { Trouble } from '../support/trouble.mjs';

/**
 * A process of its own that does one thing at a time as it is told, and ends with this one.
 * @param {string} file
 * @param {NodeJS.ProcessEnv} [env]
 */
export function startWorker(file, env = {}) {
  const child = fork(file, { env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return {
    /** Answers how much a second it did. @param {object} task @returns {Promise<number>} */
    rate: (task) => new Promise((resolve, reject) => {
      const fail = (how) => reject(new Trouble(`${file} ended in the middle of its work (${how}).`));
      child.once('exit', fail);
      child.once('message', ({ rate, wrong }) => {
        child.off('exit', fail);
        if (wrong) reject(new Trouble(`An answer was not as expected: ${wrong}`));
        else resolve(rate);
      });
      child.send(task);
    }),
    stop: () => {
      if (child.connected) child.disconnect();
    },
  };
}
