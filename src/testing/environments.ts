// Environments with every field set, for tests that only care about a few.
import {
  asEnvironmentId,
  hashOf,
  type Environment,
  type EnvironmentDetails
} from '../model';

/** CPython 3.11 on Linux with the packages that are given as name to version. */
export function anEnvironment(
  packages: { readonly [name: string]: string } = {},
  parts: Partial<Omit<Environment, 'packages'>> = {}
): Environment {
  const content = {
    language: 'python',
    languageVersion: '3.11.7',
    implementation: 'CPython',
    platform: 'Linux-6.1-x86_64',
    packages: Object.entries(packages).map(([name, version]) => ({
      name,
      version
    })),
    modules: {},
    ...parts
  };
  return {
    schemaVersion: 1,
    environmentId: asEnvironmentId(hashOf(JSON.stringify(content))),
    ...content
  };
}

/** A machine with two cores and no graphics card. */
export function someDetails(
  parts: Partial<EnvironmentDetails> = {}
): EnvironmentDetails {
  return {
    executable: 'venv',
    executableName: '',
    system: 'Debian GNU/Linux 12',
    machine: 'x86_64',
    locale: 'en_GB.UTF-8',
    timeZone: 'UTC',
    variables: {},
    hardware: {
      cpu: 'Example CPU at 2 GHz',
      cores: 2,
      memoryBytes: 8e9,
      gpus: []
    },
    unknown: {},
    ...parts
  };
}
