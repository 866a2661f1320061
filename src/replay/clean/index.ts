// An environment built anew for a replay, and a kernel in it.
import {
  fail,
  fieldsOf,
  jsonOf,
  succeed,
  type Environment,
  type Package,
  type Result
} from '../../model';
import { neededPackages, pythonCall, requirementsOf } from '../../languages';
import { PYTHON_BUILD } from './build-python';
import { PYTHON_RELAY } from './relay-python';

/** What is to be built. */
export type CleanPlan = {
  /** `numpy==1.26.4`, or `name @ git+https://…@commit` for what no index has; sorted. */
  readonly pins: readonly string[];
  /** `3.11`; empty when not known. */
  readonly series: string;
  /** Distributions that nobody else can get, such as those of a folder, by name. */
  readonly leftOut: readonly string[];
};

/** What was built. */
export type BuiltEnvironment = {
  /** Path of its interpreter. */
  readonly python: string;
  /** `CPython 3.11.7, 108 packages` in its three parts. */
  readonly label: {
    readonly implementation: string;
    readonly version: string;
    readonly packages: number;
  };
  /** Pins that could not be had, each with the tool's last words. */
  readonly missing: readonly { readonly pin: string; readonly why: string }[];
};

const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/;
const VERSION = /^[A-Za-z0-9][A-Za-z0-9.!+_-]*$/;

/** The pinned packages of a run; what is no valid requirement never becomes an argument. */
export function cleanPlan({
  languageVersion,
  packages
}: Environment): CleanPlan {
  const pinned = neededPackages(packages).map(each => ({
    name: each.name,
    pin: pinOf(each)
  }));
  return {
    pins: pinned.flatMap(({ pin }) => pin ?? []).sort(),
    series: /^\d+\.\d+/.exec(languageVersion)?.[0] ?? '',
    leftOut: pinned
      .filter(({ pin }) => pin === null)
      .map(({ name }) => name)
      .sort()
  };
}

/** Null for what nobody else can get, and for what is no valid requirement. */
function pinOf(each: Package): string | null {
  const { name, origin, version } = each;
  if (!NAME.test(name) || !VERSION.test(version)) {
    return null;
  }
  if (!origin || origin.kind === 'index' || origin.kind === 'conda') {
    return `${name}==${version}`;
  }
  const [address] = requirementsOf([each]).pins;
  return address?.includes(' @ ') ? address : null;
}

/** Code that builds it, or finds it built, and tells on standard output what it does. */
export function buildCode({
  pins,
  series
}: Pick<CleanPlan, 'pins' | 'series'>): string {
  return pythonCall(PYTHON_BUILD, 'retrace_build', { pins, series });
}

/** What the last line of such code says; everything before it is for people. */
export function decodeBuilt(line: string): Result<BuiltEnvironment> | null {
  const told = fieldsOf(jsonOf(line)).retrace;
  if (told === undefined) {
    return null;
  }
  const { failed, label, missing, python } = fieldsOf(told);
  if (typeof failed === 'string') {
    return fail(failed);
  }
  const [implementation, version, packages] = Array.isArray(label) ? label : [];
  return typeof python !== 'string'
    ? fail('It is not known where the environment was built.')
    : succeed({
        python,
        label: {
          implementation: String(implementation ?? ''),
          version: String(version ?? ''),
          packages: typeof packages === 'number' ? packages : 0
        },
        missing: (Array.isArray(missing) ? missing : []).map(entry => {
          const [pin, why] = Array.isArray(entry) ? entry : [];
          return { pin: String(pin ?? ''), why: String(why ?? '') };
        })
      });
}

/** Code that starts a kernel of the interpreter; `decodeRelayed` reads what it prints. */
export function relayCode(python: string): string {
  return pythonCall(PYTHON_RELAY, 'retrace_relay_start', { python });
}

/** Code that has the other kernel run something. */
export function relayedRun(code: string, isSilent: boolean): string {
  return pythonCall(
    "__import__('sys').modules['retrace_relay'].run(OPTIONS['code'], OPTIONS['silent'])",
    'retrace_relay_run',
    { code, silent: isSilent }
  );
}

/** One line of what a relay prints. */
export type Relayed =
  | {
      readonly kind: 'message';
      readonly type: string;
      readonly content: unknown;
    }
  | { readonly kind: 'reply'; readonly content: unknown }
  | { readonly kind: 'started' }
  | { readonly kind: 'died' }
  | { readonly kind: 'failed'; readonly reason: string };

/** Null for a line that is none of a relay's. */
export function decodeRelayed(line: string): Relayed | null {
  const { content, died, failed, reply, started, type } = fieldsOf(
    jsonOf(line)
  );
  if (typeof type === 'string') {
    return { kind: 'message', type, content };
  }
  if (reply !== undefined) {
    return { kind: 'reply', content: reply };
  }
  if (typeof failed === 'string') {
    return { kind: 'failed', reason: failed };
  }
  return started === true
    ? { kind: 'started' }
    : died === true
      ? { kind: 'died' }
      : null;
}
