// Shell commands of a notebook: `!command`, `lines = !command` and the magics that run one.
import { quoted } from './literals';
import {
  expression,
  nothing,
  statements,
  type CellContext,
  type Translation
} from './magic';

const INSTALL =
  /^(?:sudo\s+)?(?:(?:\{sys\.executable\}|\$sys\.executable|python[\d.]*|"\{sys\.executable\}")\s+-m\s+)?(?:pip[\d.]*|conda|mamba|micromamba|uv(?:\s+pip)?)\s+(?:un)?install\b[^;&|]*$/;

/** A Python expression for a command or path in which IPython replaces `{expression}` and `$name`. */
export function expanded(text: string, cell: CellContext): string {
  const literal = quoted(text);
  return /[{$]/.test(text) ? `${cell.helper('expand')}(${literal})` : literal;
}

/** True for a command that does nothing but install packages. */
export function isInstall(command: string): boolean {
  return INSTALL.test(command.trim());
}

/** `!command`: runs it and prints what it prints. */
export function shellCommand(command: string, cell: CellContext): Translation {
  return isInstall(command)
    ? nothing('the head of this script pins what it needs')
    : statements([`${cell.helper('shell')}(${expanded(command, cell)})`]);
}

/** `!!command` and `lines = !command`: the lines that it prints, as a list. */
export function shellLines(command: string, cell: CellContext): Translation {
  const code = `${cell.helper('shell_lines')}(${expanded(command, cell)})`;
  return expression(code);
}
