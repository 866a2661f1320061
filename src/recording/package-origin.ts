// Where a distribution came from, as a probe tells it: in a form that may become a line of a requirements file.
import type { PackageOrigin } from '../model';
import { textOf } from './kernel-message';
import { lineOf } from './line-of';
import { isAddress, publicAddress } from './public-address';
import { isPath } from './report-filter';

/** One word of an id or a build. */
const revision = /^[\w.+-]{0,100}$/;
const channel = /^[\w.:/+-]{0,300}$/;
const kinds = [
  'index',
  'editable',
  'vcs',
  'archive',
  'local',
  'conda'
] as const;

/** One origin; null when it is not acceptable. Credentials that came along are left out. */
export function decodeOrigin(
  kind: unknown,
  url: unknown,
  commit: unknown,
  folder: unknown
): PackageOrigin | null {
  const found = kinds.find(each => each === kind);
  // What is installed in place may be a checkout of what others have.
  const isCheckout = found === 'editable' && isAddress(textOf(url));
  const isFolder = !isCheckout && (found === 'editable' || found === 'local');
  const isFile = found === 'archive' && /^(?:\/|[A-Za-z]:)/.test(textOf(url));
  const address = isFolder || isFile ? textOf(url) : publicAddress(textOf(url));
  const isGood =
    found !== undefined &&
    (address === '' ||
      (isFolder || isFile
        ? isPath(address)
        : found === 'conda'
          ? channel.test(address)
          : isAddress(address))) &&
    revision.test(textOf(commit));
  const subdirectory = lineOf(folder);
  return isGood
    ? {
        kind: found,
        url: address,
        revision: textOf(commit),
        ...(/^[\w./-]+$/.test(subdirectory) && { subdirectory })
      }
    : null;
}
