import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** The line of an output that best says why a program ended: its error, or else the last thing it said. @param {string} output */
export function lastWords(output) {
  const lines = output.split('\n').map(plain).filter((line) => line && !/^(at |Node\.js v|\^|\{|\})/.test(line));
  // npm says the reason first and advice after it.
  const npmError = lines.find((line) => /^npm error (?!code |errno |syscall |\w+$)/.test(line));
  if (npmError) return npmError.slice('npm error '.length, 300);
  const error = lines.findLast((line) => /^((FATAL|PANIC|ERROR):|[\w ]*Error\b.*: )/.test(line));
  return (error ?? lines.at(-1) ?? '').slice(0, 300);
}

/** What a program wrote to a log since it was `from` bytes long. @param {string} file @param {number} from */
export function wordsSince(file, from) {
  try {
    return readFileSync(file).subarray(from).toString('utf8');
  } catch {
    return '';
  }
}

/** Without colours, and a JSON log line by its message; without PostgreSQL's time and process number. */
function plain(line) {
  const text = stripVTControlCharacters(line).trim();
  if (text.startsWith('{') && text.endsWith('}')) {
    try {
      const { msg, err } = JSON.parse(text);
      return String(err?.message ?? msg ?? '').trim();
    } catch {
      return text;
    }
  }
  return text.replace(/^\d{4}-\d\d-\d\d [\d:.]+ \w+ \[\d+\] /, '');
}
