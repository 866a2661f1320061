// What one step changes in place, and the former values that it needs for that.
import { isSetPart } from '../analysis';
import { isUnbound } from './broken';
import { isAxes } from './drawings';
import type { Looking } from './looking';
import { isOfModule } from './imported';
import { NONE } from './nothing';
import type { Circumstances } from './observation';
import type { Prepared, PreparedUpdate } from './prepared';
import { sightsOf } from './prepared-reads';
import type { Version } from './version';
import type { World } from './world';

/** Collects the changes of one step. */
export class StepChanges {
  constructor(
    private readonly world: World,
    private readonly prepared: Prepared,
    private readonly circumstances: Pick<Circumstances, 'counts'>,
    private readonly looking: Looking
  ) {}

  /** Those that count, in order. */
  get list(): readonly PreparedUpdate[] {
    return this.updates ?? NONE;
  }

  /** An update by the cell's own code: it needs the value that it changes, and one that it leaves as it is. */
  changeOwn(update: PreparedUpdate): void {
    const { name, part, isSure, sights } = update;
    if (this.prepared.own.has(name)) {
      return;
    }
    const version = this.versionOf(name);
    if (version && isOfModule(this.world, update, version)) {
      this.looking.lookWhole(name);
    } else if (isSure && (part !== null || !version)) {
      const sight = (sights ?? sightsOf(name, part)).own;
      this.looking.lookToChange(sight, true, update.isSilent);
    }
    const before = this.list.length;
    this.change(update);
    const isLeftAlone = this.list.length === before;
    if (version && isLeftAlone && isSure && part === null) {
      this.looking.lookWhole(name);
    }
  }

  /** What is drawn on changes where it is axes. */
  draw(drawings: readonly PreparedUpdate[]): void {
    for (const drawing of drawings) {
      this.world.watch?.lose();
      if (isAxes(this.world, drawing.name)) {
        this.changeOwn(drawing);
      }
    }
  }

  /** An update by whatever the step runs, where the name is not the step's own and the update counts. */
  change(update: PreparedUpdate): void {
    const version = this.versionOf(update.name);
    if (
      this.prepared.own.has(update.name) ||
      !version ||
      isOfModule(this.world, update, version)
    ) {
      return;
    }
    const counts = this.circumstances.counts(update);
    this.world.watch?.noteCount(update, counts);
    if (!counts) {
      return;
    }
    if (!update.isReplacement) {
      const { name, part, sights } = update;
      const sight = (sights ?? sightsOf(name, part)).former;
      this.looking.lookToChange(sight, false, update.isSilent);
    }
    this.add(update);
    if (update.part !== null && isSetPart(update.part)) {
      this.addAlong(update);
    }
  }

  /** That of a name; none where the cell that binds it would stop before. */
  private versionOf(name: string): Version | undefined {
    const { world } = this;
    const version = world.get(name);
    if (!version || !isUnbound({ version, name }, world.broken)) {
      return version;
    }
    world.watch?.lose();
    return undefined;
  }

  /** What is set of a value is set of all that share it: of the figure, with its axes. */
  private addAlong(update: PreparedUpdate): void {
    const { shared, watch } = this.world;
    watch?.lose();
    const { name } = update;
    [...shared.aliasesOf(name), ...shared.aroundOf(name)]
      .filter(other => this.world.get(other) && !this.prepared.own.has(other))
      .forEach(other => this.add({ ...update, name: other }));
  }

  /** One that counts, whose former value is looked at elsewhere. */
  add(update: PreparedUpdate): void {
    this.updates ??= [];
    this.updates.push(update);
  }

  private updates: PreparedUpdate[] | null = null;
}
