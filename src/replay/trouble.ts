// Why a step did not come to its end, as a sentence that names what is missing.
import type { Environment, Package, ReplayStop } from '../model';
import type { ReplayedCode } from './replay-kernel';
import type { ReplayRequest, ReplayStep } from './replay-request';

/** What went wrong. */
export type Trouble = {
  readonly kind: ReplayStop;
  readonly sentence: string;
};

/** Kernels that are asked not to wait for input raise this. */
const NO_INPUT = /^StdinNotImplementedError$/;

/** Null for a step that came to its end, or failed as its record did. */
export function troubleOf(
  step: ReplayStep,
  { error, status }: ReplayedCode,
  request: Pick<ReplayRequest, 'cellLabel' | 'environment' | 'timeoutMs'>
): Trouble | null {
  const { environment, timeoutMs } = request;
  const label = nameOf(step, request);
  const cell = label.charAt(0).toUpperCase() + label.slice(1);
  switch (status) {
    case 'ok':
      return null;
    case 'timeout':
      return {
        kind: 'timeout',
        sentence: `${cell} took longer than ${(timeoutMs ?? 0) / 1000} seconds and was interrupted.`
      };
    case 'input-requested':
      return askedForInput(cell);
    case 'died':
      return {
        kind: 'kernel-died',
        sentence: `The kernel of the replay ended in the middle of ${label}.`
      };
    default: {
      const { ename, evalue } = error ?? { ename: 'Error', evalue: '' };
      if (NO_INPUT.test(ename)) {
        return askedForInput(cell);
      }
      return isExpected(step, ename)
        ? null
        : raised(cell, ename, evalue, environment);
    }
  }
}

/** How a step is called in a sentence. */
export function nameOf(
  step: ReplayStep,
  { cellLabel }: Pick<ReplayRequest, 'cellLabel'>
): string {
  const { cellIndex } = step;
  return (
    cellLabel?.(step) ??
    (cellIndex === null ? 'a cell' : `cell ${cellIndex + 1}`)
  );
}

function askedForInput(cell: string): Trouble {
  return {
    kind: 'input-requested',
    sentence: `${cell} asks for input, which nobody can give in a replay.`
  };
}

/** The record shows an error of the kind, or the author wants one. */
function isExpected(
  { mayRaise, recorded }: ReplayStep,
  ename: string
): boolean {
  return (
    mayRaise ||
    (recorded ?? []).some(output =>
      output.output_type === 'stream'
        ? // IPython prints errors about its own magics, and shows them in no other way.
          output.name === 'stderr' && output.text.startsWith(`${ename}: `)
        : output.output_type === 'error' && output.ename === ename
    )
  );
}

function raised(
  cell: string,
  ename: string,
  evalue: string,
  environment: Environment | null
): Trouble {
  const module = /^No module named '([\w.]{1,200})'/.exec(evalue)?.[1];
  if (module !== undefined && /^(?:ModuleNotFound|Import)Error$/.test(ename)) {
    return {
      kind: 'missing-package',
      sentence: `${cell} imports ${module}, which is not installed here${versionOf(module, environment)}.`
    };
  }
  const file =
    /No such file or directory: (?:'([^']{1,400})'|"([^"]{1,400})")/.exec(
      evalue
    );
  if (file && /^(?:FileNotFound|OS|IO)Error$/.test(ename)) {
    return {
      kind: 'missing-file',
      sentence: `${cell} needs the file ${file[1] ?? file[2] ?? ''}, which is not there.`
    };
  }
  const words = evalue.split('\n')[0]?.slice(0, 200) ?? '';
  return {
    kind: 'error',
    sentence:
      `${cell} raised ${ename}${words === '' ? '' : `: ${words}`}`.replace(
        /[.]?$/,
        '.'
      )
  };
}

function versionOf(module: string, environment: Environment | null): string {
  const top = module.split('.')[0] ?? module;
  const found = distributionOf(top, environment);
  return found ? `; the run had ${found.name} ${found.version}` : '';
}

/** The distribution that a module came from in the run. */
function distributionOf(
  module: string,
  environment: Environment | null
): Package | null {
  if (!environment) {
    return null;
  }
  const isOwn = Object.prototype.hasOwnProperty.call(
    environment.modules,
    module
  );
  const name = normalised(
    isOwn ? (environment.modules[module] ?? module) : module
  );
  return (
    environment.packages.find(each => normalised(each.name) === name) ?? null
  );
}

/** Names of distributions are the same whatever stands between their words. */
export function normalised(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}
