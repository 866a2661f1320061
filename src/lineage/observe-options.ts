// What one step reads of display options, and what it sets them to.
import { ambientName } from './ambient-names';
import {
  ALL,
  effectOfOption,
  isUsual,
  optionName,
  ownOption,
  WHOLE,
  type DisplayNeed
} from './displays';
import type { Looking } from './looking';
import type { AmbientWrite } from './observation';
import type { World } from './world';

const DISPLAY = ambientName('display');

/** Follows one step through display options. */
export class OptionObserver {
  constructor(
    private readonly world: World,
    private readonly looking: Pick<Looking, 'reads' | 'lookWhole'>,
    /** New state of ambient names, of which options are some. */
    private readonly ambient: Map<string, AmbientWrite>
  ) {}

  /** What is shown hangs on options that the step does not set itself. */
  lookAt(needs: readonly DisplayNeed[]): void {
    const { world, looking } = this;
    world.watch?.lose();
    if (world.get(DISPLAY)) {
      looking.lookWhole(DISPLAY);
    }
    for (const need of needs) {
      if (need.option === WHOLE.option) {
        this.lookAtAll();
      } else if (!need.unless || this.effectOf(need.unless) !== ALL) {
        this.lookAtOne(need);
      }
    }
  }

  /** An option that is set to a constant is what it is, whoever set it. */
  set(name: string, value: string | undefined): void {
    this.world.watch?.lose();
    const { interner, settings, options } = this.world.knowledge;
    options.add(ownOption(name));
    const isKnown = value !== undefined;
    const valueKey = isKnown
      ? interner.intern(`${name} = ${value}`)
      : undefined;
    if (valueKey !== undefined && isKnown) {
      settings.set(valueKey, value);
    }
    this.ambient.set(name, { isFresh: true, part: null, valueKey });
  }

  /** What is set to what it is anyway does not count. */
  private lookAtAll(): void {
    const { settings, options } = this.world.knowledge;
    for (const option of [...options].filter(isOfLibrary).sort()) {
      const version = this.world.get(optionName(option));
      if (version && !isUsual(option, settings.get(version.key))) {
        this.lookAtOne({ option, size: null });
      }
    }
  }

  private lookAtOne(need: DisplayNeed): void {
    const { world, looking } = this;
    const name = optionName(need.option);
    if (this.ambient.has(name)) {
      return;
    }
    const read = world.read({
      id: name,
      name,
      path: null,
      ignores: []
    });
    const effect = this.effectOf(need);
    const key =
      effect === null
        ? read.key
        : world.knowledge.interner.intern(`${name} ${effect}`);
    looking.reads.add({ ...read, key, baseKey: key });
  }

  /** What an option comes to before the step; null where nobody knows. */
  private effectOf(need: DisplayNeed): string | null {
    const { world } = this;
    const version = world.get(optionName(need.option));
    const value = version ? world.knowledge.settings.get(version.key) : 'usual';
    return value === undefined ? null : effectOfOption(need, value);
  }
}

/** True for what shapes tables and arrays: what shapes numbers, formulas and warnings counts where one is seen to be shown. */
function isOfLibrary(option: string): boolean {
  return !/^(?:ipython|python|sympy)\./.test(option);
}
