import { spawn } from 'node:child_process';

/**
 * Has a process signalled when this one is gone, even by `kill -9`: a shell waits on a pipe that only we hold open.
 * Returns what lets go of it again; call that once the process has ended, for its number may be given out anew.
 * @param {number} pid
 * @param {'INT' | 'TERM'} signal
 */
export function leaveWithMe(pid, signal) {
  if (process.platform === 'win32') return () => {};
  const words = ['-c', 'read _; kill -s "$1" "$2"', 'lifeline', signal, String(pid)];
  const guard = spawn('/bin/sh', words, { cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  guard.on('error', () => {});
  guard.stdin.on('error', () => {});
  guard.unref();
  guard.stdin.unref();
  return () => void guard.kill('SIGKILL');
}
