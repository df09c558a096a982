import { parseArgs } from 'node:util';

/**
 * Reads the words after a command. `--help` prints the usage and ends; a word that the command does not know ends it with
 * code 2, told why: otherwise a misspelt one would look like a success.
 * @param {string} usage
 * @param {{ options?: Record<string, { type: 'boolean' }>, known?: readonly string[], most?: number }} takes its options, the positionals among which one may choose (any, if not given), and how many there may be
 */
export function readWords(usage, { options = {}, known, most = 0 } = {}) {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { ...options, help: { type: 'boolean' } } });
    if (values.help) end(process.stdout, usage, 0);
    const wrong = positionals.find((word, at) => at >= most || (known && !known.includes(word)));
    if (wrong !== undefined) throw new Error(`Unknown: ${wrong}.${known ? ` Known are ${known.join(', ')}.` : ''}`);
    return { values, positionals };
  } catch (error) {
    return end(process.stderr, `${error.message}\n${usage}`, 2);
  }
}

function end(stream, text, code) {
  stream.write(`${text}\n`);
  process.exit(code);
}
