// Keeps what a replay runs out of the history that a kernel shares with the user's other kernels.
import { languageOf, pythonCall } from '../languages';

const PYTHON = `
try:
    from IPython import get_ipython
    manager = getattr(get_ipython(), 'history_manager', None)
    if manager is not None:
        manager.enabled = False
except Exception:
    pass
`;

/** Silent code for the beginning of a replay; null for a language that shares no history, as far as is known. */
export function quietCode(language: string): string | null {
  return languageOf(language)?.id === 'python'
    ? pythonCall(PYTHON, 'retrace_quiet', {})
    : null;
}
