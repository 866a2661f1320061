// What a script needs, in the form that installers read; nothing from a kernel becomes code here.
import type { Package, PackageOrigin } from '../../model';
import { commentText } from './literals';

const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?$/;
const VERSION =
  /^v?(?:\d+!)?\d+(?:\.\d+)*(?:[-_.]?(?:a|b|c|rc|alpha|beta|pre|preview)[-_.]?\d*)?(?:-\d+|[-_.]?(?:post|rev|r)[-_.]?\d*)?(?:[-_.]?dev[-_.]?\d*)?$/i;
const ADDRESS =
  /^(?:(?:git|hg|bzr|svn)\+)?(?:https?|ssh|git):\/\/(?:[A-Za-z0-9._-]+@)?[A-Za-z0-9._~/:%+-]+$/;
/** `git@host:` of an address as git writes it, which no installer reads. */
const SHORT_SSH = /^([A-Za-z0-9._-]+@[A-Za-z0-9.-]+):(?!\/\/)\/?/;
/** A folder below the top of a repository. */
const SUBDIRECTORY = /^(?!\/)(?!(?:.*\/)?\.\.(?:\/|$))[A-Za-z0-9._/-]{1,200}$/;
const REVISION = /^[A-Za-z0-9]{6,64}$/;

/** Distributions that record and are not needed to repeat. */
const OWN = /^jupyterlab[-_.]retrace$/i;

/** Requirements that are safe to write, and what had to be said about the others. */
export type Requirements = {
  /** `name==version` or `name @ address`, in the order of the packages. */
  readonly pins: readonly string[];
  /** English sentences. */
  readonly notes: readonly string[];
};

/** The distributions without those that record. */
export function neededPackages(
  packages: readonly Package[]
): readonly Package[] {
  return packages.filter(({ name }) => !OWN.test(name));
}

/** Pins each package; drops what is no valid name, version or address, and says how many. */
export function requirementsOf(packages: readonly Package[]): Requirements {
  const pins: string[] = [];
  const builds: string[] = [];
  const folders: string[] = [];
  let dropped = 0;
  for (const { name, version, origin } of packages) {
    const [release = '', build] = version.split('+');
    if (!isName(name) || !isVersion(release)) {
      dropped++;
      continue;
    }
    const address = addressOf(origin);
    if (address !== null) {
      pins.push(`${name} @ ${address}`);
    } else if (isOfFolder(origin)) {
      folders.push(`${name} ${release}`);
    } else {
      pins.push(`${name}==${release}`);
      if (build !== undefined) {
        builds.push(`${name} ${commentText(version)}`);
      }
    }
  }
  const notes = [
    ...(dropped > 0
      ? [
          `${dropped} recorded ${dropped === 1 ? 'package is' : 'packages are'} left out: the name or version is not valid.`
        ]
      : []),
    ...(folders.length > 0
      ? [
          `Installed from a folder, which an index does not have; install by hand: ${folders.join(', ')}.`
        ]
      : []),
    ...(builds.length > 0
      ? [
          `Pinned without their local build, which no index may have: ${builds.join(', ')}.`
        ]
      : [])
  ];
  return { pins, notes };
}

function isName(name: string): boolean {
  return name.length <= 100 && NAME.test(name);
}

function isVersion(release: string): boolean {
  return release.length <= 64 && VERSION.test(release);
}

/** Where everybody gets the package that no index has; null for one of an index, and for a folder. */
function addressOf(origin: PackageOrigin | undefined): string | null {
  const url = origin?.url.replace(SHORT_SSH, 'ssh://$1/') ?? '';
  if (!origin || url.length > 500 || !ADDRESS.test(url)) {
    return null;
  }
  const { kind, revision, subdirectory = '' } = origin;
  if (kind === 'archive') {
    return url;
  }
  const isCheckout = kind === 'vcs' || kind === 'editable' || kind === 'local';
  if (!isCheckout || !REVISION.test(revision)) {
    return null;
  }
  if (subdirectory !== '' && !SUBDIRECTORY.test(subdirectory)) {
    return null;
  }
  const scheme = /^(?:git|hg|bzr|svn)\+/.test(url) ? '' : 'git+';
  const part = subdirectory === '' ? '' : `#subdirectory=${subdirectory}`;
  return `${scheme}${url}@${revision}${part}`;
}

/** A package of somebody's own: one of the same name on an index would be another's. */
function isOfFolder(origin: PackageOrigin | undefined): boolean {
  return (
    origin !== undefined && origin.kind !== 'index' && origin.kind !== 'conda'
  );
}

/** `3.11` for `3.11.7`; null when the version is not known. */
export function pythonSeries(version: string): string | null {
  const [, major, minor] = /^(\d)\.(\d{1,3})(?!\d)/.exec(version) ?? [];
  return major && minor ? `${major}.${minor}` : null;
}

/** `>=3.11,<3.12` for `3.11.7`; null when the version is not known. */
export function pythonRange(version: string): string | null {
  const [major, minor] = pythonSeries(version)?.split('.') ?? [];
  return major && minor
    ? `>=${major}.${minor},<${major}.${Number(minor) + 1}`
    : null;
}
