/** A reason to stop that the reader can act on: shown as one line, without a stack. */
export class Trouble extends Error {}

/** A signal asked for the end: not a failure, and nothing to explain. */
export class Requested extends Error {}

// A reader that went away (`npm start | head`) must not take the database down with it.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

let aside = false;

/** From here on what is said goes to stderr: stdout is for what a program reads. */
export function sayAside() {
  aside = true;
}

/** @param {string} line */
export function say(line) {
  (aside ? process.stderr : process.stdout).write(`${line}\n`);
}

/** Says in one line why it ends; the stack is for those who set DEBUG. @param {unknown} error */
export function explain(error) {
  const message = error instanceof Error ? error.message || error.name : String(error);
  process.stderr.write(`${message.replace(/\s*\n\s*/g, ' ').trim()}\n`);
  if (process.env.DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
}
