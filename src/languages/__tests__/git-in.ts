// git as somebody runs it at a terminal, for the specs of probes.
import { execFileSync } from 'node:child_process';

/** Runs git in a folder, under a name that commits can bear; gives what it printed, trimmed. */
export function gitIn(cwd: string, ...args: readonly string[]): string {
  const own = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
  return execFileSync('git', [...own, ...args], {
    cwd,
    encoding: 'utf8'
  }).trim();
}
