// What a script needs -> its PEP 723 block, which `uv run` and `pip-run` read.
import type { Package } from '../../model';
import { commentText, tomlString } from './literals';
import type { ScriptPlan } from '../../lineage';

const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?$/;
const VERSION =
  /^v?(?:\d+!)?\d+(?:\.\d+)*(?:[-_.]?(?:a|b|c|rc|alpha|beta|pre|preview)[-_.]?\d*)?(?:-\d+|[-_.]?(?:post|rev|r)[-_.]?\d*)?(?:[-_.]?dev[-_.]?\d*)?$/i;

/** Requirements that are safe to write, and what had to be said about the others. */
export type Requirements = {
  /** `name==version`, in the plan's order. */
  readonly pins: readonly string[];
  /** English sentences. */
  readonly notes: readonly string[];
};

/** Pins each package; drops what is no valid name or version, and says how many. */
export function requirementsOf(packages: readonly Package[]): Requirements {
  const pins: string[] = [];
  const local: string[] = [];
  let dropped = 0;
  for (const { name, version } of packages) {
    const [release = '', build] = version.split('+');
    if (
      name.length > 100 ||
      release.length > 64 ||
      !NAME.test(name) ||
      !VERSION.test(release)
    ) {
      dropped++;
      continue;
    }
    pins.push(`${name}==${release}`);
    if (build !== undefined) {
      local.push(`${name} ${commentText(version)}`);
    }
  }
  const notes = [
    ...(dropped > 0
      ? [
          `${dropped} recorded ${dropped === 1 ? 'package is' : 'packages are'} left out: the name or version is not valid.`
        ]
      : []),
    ...(local.length > 0
      ? [
          `Pinned without their local build, which no index may have: ${local.join(', ')}.`
        ]
      : [])
  ];
  return { pins, notes };
}

/** `>=3.11,<3.12` for `3.11.7`; null when the version is not known. */
export function pythonRange(version: string): string | null {
  const [, major, minor] = /^(\d)\.(\d{1,3})(?!\d)/.exec(version) ?? [];
  return major && minor
    ? `>=${major}.${minor},<${major}.${Number(minor) + 1}`
    : null;
}

/** The lines of the metadata block, from `# /// script` to `# ///`. */
export function metadataBlock(
  plan: ScriptPlan,
  pins: readonly string[]
): string[] {
  const range = pythonRange(plan.environment?.languageVersion ?? '');
  return [
    '# /// script',
    ...(range ? [`# requires-python = ${tomlString(range)}`] : []),
    ...(pins.length > 0
      ? [
          '# dependencies = [',
          ...pins.map(pin => `#     ${tomlString(pin)},`),
          '# ]'
        ]
      : ['# dependencies = []']),
    '#',
    '# [tool.retrace]',
    `# notebook = ${tomlString(plan.notebookPath)}`,
    `# run = ${Number.isSafeInteger(plan.runNumber) ? plan.runNumber : 0}`,
    `# run-id = ${tomlString(plan.runId)}`,
    ...(plan.openedAt ? [`# recorded = ${tomlString(plan.openedAt)}`] : []),
    '# ///'
  ];
}
