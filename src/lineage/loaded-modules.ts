// Modules that cells wrote to files: a process reads the file at the first import, and finds the module in memory at the others.
import { fileName } from './ambient-names';
import type { FileTouch } from './files';
import { missedModule } from './lacked-modules';
import type { Prepared } from './prepared';
import type { Read, Step } from './version';
import type { World } from './world';

/** What one process has loaded. */
export class LoadedModules {
  /** What a step does to files, and the modules that it imports and that steps before it wrote, or that nobody found. */
  with(
    world: World,
    { imports }: Prepared,
    touched: readonly FileTouch[]
  ): readonly FileTouch[] {
    if (imports.length === 0 || this.isReloading) {
      return touched;
    }
    const lacked = world.knowledge.lackedModules
      .among(imports)
      .flatMap(pathsOf);
    const paths = new Set(imports.flatMap(({ module }) => pathsOf(module)));
    const more = [...paths].flatMap((path): FileTouch[] => {
      const name = fileName(path);
      const read = this.loaded.get(name);
      const isTold = touched.some(one => one.path === path);
      const isSought = read ?? world.get(name) ?? lacked.includes(path);
      return isTold || !isSought
        ? []
        : [{ path, action: 'read', content: null, ...(read && { read }) }];
    });
    return more.length > 0 ? [...touched, ...more] : touched;
  }

  /** Notes what a step loaded. */
  note({ prepared, reads, execution }: Step): void {
    this.isReloading ||= prepared.reloads;
    if (missedModule(execution)) {
      return;
    }
    for (const { module } of prepared.imports) {
      for (const name of pathsOf(module).map(fileName)) {
        const read = reads.find(one => one.name === name);
        if (read?.version && !this.loaded.has(name)) {
          this.loaded.set(name, read);
        }
      }
    }
  }

  /** Takes over what another process has loaded. */
  copyFrom(other: LoadedModules): void {
    this.isReloading = other.isReloading;
    other.loaded.forEach((read, name) => this.loaded.set(name, read));
  }

  /** True for the file that one of the modules is made of for as long as the process lives. */
  areFrom(name: string, modules: readonly string[]): boolean {
    return (
      !this.isReloading &&
      modules.some(module =>
        pathsOf(module).some(path => fileName(path) === name)
      )
    );
  }

  private readonly loaded = new Map<string, Read>();
  /** True once modules may be read again. */
  private isReloading = false;
}

/** Where a module may stand in the folder of the notebook. */
export function pathsOf(module: string): readonly string[] {
  return [`${module}.py`, `${module}/__init__.py`];
}
