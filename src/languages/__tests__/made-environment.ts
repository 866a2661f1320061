// Virtual environments made to order, for specs of the probe.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { interpreter } from './probe-session';

/** The interpreter of a virtual environment with the distributions of the metadata that is given. */
export function environmentWith(
  folder: string,
  dists: { readonly [folder: string]: { readonly [file: string]: string } },
  conda: { readonly [record: string]: string } = {}
): string {
  execFileSync(interpreter, ['-m', 'venv', '--without-pip', 'env'], {
    cwd: folder
  });
  const python = join(folder, 'env', 'bin', 'python');
  const [site = ''] = execFileSync(
    python,
    ['-c', 'import sysconfig; print(sysconfig.get_path("purelib"))'],
    { encoding: 'utf8' }
  ).split('\n');
  for (const [name, files] of Object.entries(dists)) {
    mkdirSync(join(site, name));
    for (const [file, text] of Object.entries(files)) {
      writeFileSync(join(site, name, file), text);
    }
  }
  if (Object.keys(conda).length > 0) {
    mkdirSync(join(folder, 'env', 'conda-meta'));
    for (const [record, text] of Object.entries(conda)) {
      writeFileSync(join(folder, 'env', 'conda-meta', record), text);
    }
  }
  return python;
}

/** The files of a distribution that has this name and version. */
export const metadata = (name: string, version: string) => ({
  METADATA: `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n\nText\n`
});
