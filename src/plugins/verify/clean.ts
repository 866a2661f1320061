// An environment built anew for a replay: what is done is told line by line, and what could not be had at the end.
import { printed, startRelayedKernel } from '../../kernel';
import {
  fail,
  succeed,
  type Environment,
  type LackingPackages,
  type Result,
  type Translator
} from '../../model';
import {
  buildCode,
  cleanPlan,
  decodeBuilt,
  type BuiltEnvironment,
  type CleanPlan,
  type StartKernel
} from '../../replay';
import type { IReplayKernels } from '../../tokens';

/** What is wanted. */
export type CleanOptions = {
  readonly kernels: IReplayKernels;
  readonly kernelName: string;
  readonly notebookPath: string;
  /** Lower case. */
  readonly language: string;
  /** Null when nobody knows what the run had. */
  readonly environment: Environment | null;
  readonly tell: (line: string) => void;
  readonly cancel: AbortSignal;
  readonly translator: Translator;
};

/** Kernels in the environment, with what it lacks. */
export type CleanStart = {
  readonly startKernel: StartKernel;
  readonly lacking: LackingPackages | undefined;
};

/** Builds it, or finds it built, with a kernel that does nothing else. */
export async function cleanStart(
  options: CleanOptions
): Promise<Result<CleanStart>> {
  const { environment, kernels, language, translator } = options;
  if (language !== 'python') {
    return fail(
      translator.__('An environment can be built for Python alone so far.')
    );
  }
  if (environment === null || environment.packages.length === 0) {
    return fail(
      translator.__(
        'The packages of this run are not known, so its environment cannot be built.'
      )
    );
  }
  const plan = cleanPlan(environment);
  const built = await build(plan, options);
  if (!built.ok) {
    return built;
  }
  const { kernelName, notebookPath } = options;
  const { label, python } = built.value;
  return succeed({
    startKernel: async () => {
      const helper = await kernels.helper(kernelName, notebookPath);
      if (!helper.ok) {
        return helper;
      }
      const kernel = await startRelayedKernel(helper.value, {
        python,
        capBytes: kernels.capBytes,
        probe: kernels.probeFor(kernelName)
      });
      return kernel.ok
        ? succeed({
            kernel: kernel.value,
            environmentId: kernel.value.environment?.environmentId ?? null,
            environmentLabel: translator.__(
              '%1 %2, %3',
              label.implementation,
              label.version,
              translator._n('%1 package', '%1 packages', label.packages)
            )
          })
        : kernel;
    },
    lacking: lackingOf(plan, built.value)
  });
}

async function build(
  plan: CleanPlan,
  options: CleanOptions
): Promise<Result<BuiltEnvironment>> {
  const { cancel, kernelName, kernels, notebookPath, tell, translator } =
    options;
  tell(translator.__('Starting a kernel that builds the environment…'));
  const helper = await kernels.helper(kernelName, notebookPath);
  if (!helper.ok) {
    return helper;
  }
  const end = (): void => void helper.value.shutDown();
  cancel.addEventListener('abort', end);
  try {
    if (cancel.aborted) {
      return fail(translator.__('It was cancelled.'));
    }
    const { outputs } = await helper.value.run(buildCode(plan), {
      isSilent: true,
      timeoutMs: null,
      onText: linesTo(tell)
    });
    if (cancel.aborted) {
      return fail(translator.__('It was cancelled.'));
    }
    const lines = outputs.map(printed).join('').trimEnd().split('\n');
    const told = decodeBuilt(lines[lines.length - 1] ?? '');
    if (told === null) {
      return fail(
        translator.__('The kernel that built the environment did not finish.')
      );
    }
    return told.ok
      ? told
      : fail(
          translator.__('The environment could not be built: %1', told.reason)
        );
  } finally {
    cancel.removeEventListener('abort', end);
    await helper.value.shutDown();
  }
}

/** Hands on whole lines, but for those that are for us. */
function linesTo(tell: (line: string) => void): (text: string) => void {
  let rest = '';
  return text => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    lines.filter(line => !line.startsWith('{"retrace"')).forEach(tell);
  };
}

/** Undefined where it has all that the run had. */
function lackingOf(
  { leftOut }: Pick<CleanPlan, 'leftOut'>,
  { missing }: Pick<BuiltEnvironment, 'missing'>
): LackingPackages | undefined {
  return missing.length + leftOut.length === 0
    ? undefined
    : { missing: missing.map(({ pin }) => pin), leftOut };
}
