// What all runs of a notebook taught: shared by the replay of what happened and the simulation of what would happen.
import type { DataProfile, Execution } from '../model';
import type { Making } from '../analysis';
import { EqualValues } from './equal-values';
import { Interner } from './interner';
import { Stops } from './cut-short';
import { Joiner } from './joiner';
import { DisplayNeeds, type DisplayNeed } from './displays';
import { FileRecord } from './files';
import { LeftOnDisk } from './left-on-disk';
import { Needless } from './needless';
import { Kin, translatedNames } from './kin';
import { LackedMagics } from './lacking-magics';
import { LackedLabels } from './lacked-labels';
import { LackedAttributes } from './lacked-attributes';
import { LackedModules } from './lacked-modules';
import { NotebookNames } from './notebook-names';
import type { LateLayout } from './late-layout';
import { NONE } from './nothing';
import type { Prepared } from './prepared';
import { isUsersName, ReportedNames } from './reported-names';
import { WellRecord } from './risks';
import { StarImports } from './star-imports';
import { NO_STREAMS, StreamRecord, type StreamFacts } from './streams';
import { Unreached } from './unreached-proofs';
import { TextRecord } from './text-record';
import { sharesOrEnds } from './value-types';
import { Variances } from './varied';
import type { Step, Version } from './version';
import type { Walk } from './walks';

/** How a step with one lineage ended, as recorded. */
export type Outcome = {
  readonly hasFailed: boolean;
  /** Names that it bound, as the kernel saw them; null when no probe reported. */
  readonly bound: ReadonlySet<string> | null;
  /** Names that the kernel saw go; null when none went. */
  readonly deleted: ReadonlySet<string> | null;
};

/** An outcome, in the names of the source that had it last. */
export type KnownOutcome = {
  readonly outcome: Outcome;
  readonly prepared: Prepared;
};

/** What the fingerprints of one execution prove about names that it mentions. */
export type Evidence = {
  /** Names whose value was known before and is the same after; for slices, which alone ask. */
  readonly unchanged: readonly string[];
  /** Names whose value is another than when last seen, with the sequence after which it was last seen. */
  readonly changed: ReadonlyMap<string, number>;
};

/** What the kernel saw executions of one source do to values. */
export type Look = {
  /** Names whose value any of them changed in place. */
  readonly changed: Set<string>;
  /** Names that referred to one value after the newest. */
  readonly shared: readonly (readonly string[])[];
};

/** Facts that hold for equal lineages, whichever run showed them. */
export class Knowledge {
  readonly interner = new Interner();
  readonly joiner = new Joiner(this.interner);
  readonly files = new FileRecord();
  readonly disk = new LeftOnDisk();
  readonly well = new WellRecord();
  readonly stars = new StarImports();
  /** Versions that have one value: early cutoff. */
  readonly values = new EqualValues();
  /** By the key of the step; the newest record counts. */
  readonly outcomes = new Map<number, KnownOutcome>();
  /** By the key of an executed step where the statement begins that a database or a value refused; -1 where none was, once. */
  readonly refusals = new Map<number, number>();
  readonly kin = new Kin();
  readonly texts = new TextRecord(this.kin);
  readonly reported = new ReportedNames();
  /** Names that a source bound in its newest reported execution, by normalised source. */
  readonly boundBySource = new Map<string, ReadonlySet<string>>();
  /** Sources that Python refused: nothing of them runs. */
  readonly refused = new Set<string>();
  /** By step the classes that values which it leaves may have, where methods go by these. */
  readonly classes = new WeakMap<Step, ReadonlySet<string>>();
  /** By source the same without all that it does, made once. */
  readonly inert = new WeakMap<Prepared, Prepared>();
  /** By what a shell was told that it does not know, what every cell comes to in it. */
  readonly stuck = new Map<string, Prepared>();
  readonly lackedMagics = new LackedMagics();
  readonly lackedModules = new LackedModules();
  readonly notebookNames = new NotebookNames();
  readonly lackedAttributes = new LackedAttributes(this.well);
  readonly needless = new Needless();
  /** Where sources were seen to stop. */
  readonly stops = new Stops();
  readonly lackedLabels = new LackedLabels();
  readonly variances = new Variances();
  /** The last walk over each source; null where what it looks at does not tell what it sees. */
  readonly walks = new Map<Prepared, Walk | null>();
  /** What sources do not bind when they fail. */
  readonly unreached = new Unreached();
  /** Sources that end with an expression and were seen to show nothing. */
  readonly silent = new Set<string>();
  /** Packages that were attached without a word. */
  readonly silentPackages = new Set<string>();

  /** True where every process gives texts the hashes that the kernel gave them. */
  hasFixedHashes = false;

  /** Counts changes of what is known about sources that were there before. */
  get revision(): number {
    return this.revisions + this.unreached.revision;
  }

  /** Forgets what replays taught, before they are made anew. */
  forgetReplays(): void {
    this.outcomes.clear();
    this.silentPackages.clear();
    this.disk.forget();
    this.unreached.forget();
    this.needless.forget();
    this.stops.forget();
    this.lackedLabels.forget();
    this.walks.clear();
    this.values.forget();
    this.forms.clear();
    this.layouts.clear();
  }

  /** Notes what an execution of a source did to streams of random numbers; `running` are those that moved before in its run. */
  noteStreams(
    normalised: string,
    execution: Execution,
    running: Set<string>
  ): void {
    const record = this.streams.get(normalised) ?? new StreamRecord();
    this.streams.set(normalised, record);
    const seen = this.seenStreams.size;
    const isNews = record.add(execution, this.seenStreams, running);
    this.revisions += isNews || seen !== this.seenStreams.size ? 1 : 0;
  }

  /** Notes where an execution stopped. */
  noteStop(
    prepared: Prepared,
    execution: Execution,
    prepare: (source: string) => Prepared
  ): void {
    const isNews = this.stops.note(prepared, execution, prepare);
    this.revisions += isNews ? 1 : 0;
  }

  /** Notes for want of which module or method an execution ended, or that it lacked none. */
  noteLacked(prepared: Prepared | null, execution: Execution): void {
    if (prepared) {
      this.revisions += this.notebookNames.note(prepared) ? 1 : 0;
    }
    this.revisions += this.lackedModules.note(execution) ? 1 : 0;
    this.revisions += this.lackedAttributes.note(prepared, execution) ? 1 : 0;
  }

  /** Notes what an execution of a source showed, as far as options shape it. */
  noteDisplays(normalised: string, needs: readonly DisplayNeed[]): void {
    if (needs.length > 0) {
      const record = this.displays.get(normalised) ?? new DisplayNeeds();
      this.displays.set(normalised, record);
      this.revisions += record.add(needs) ? 1 : 0;
    }
  }

  /** The display options on which it hangs what a source shows. */
  displaysOf(prepared: Prepared): readonly DisplayNeed[] {
    if (this.displays.size === 0) {
      return NONE;
    }
    const { normalised } = this.kin.of(prepared);
    return this.displays.get(normalised)?.list() ?? NONE;
  }

  /** What a source does to streams of random numbers. */
  streamsOf(prepared: Prepared): StreamFacts {
    if (this.streams.size === 0) {
      return NO_STREAMS;
    }
    const { normalised } = this.kin.of(prepared);
    return this.streams.get(normalised)?.facts(this.seenStreams) ?? NO_STREAMS;
  }

  /** Notes what an execution of a source changed, and which names shared a value after it, where the kernel looked. */
  noteLook(normalised: string, { report }: Execution): void {
    this.noteTypes(normalised, report?.types ?? {});
    this.revisions += this.texts.note(normalised, report) ? 1 : 0;
    if (!report?.changed) {
      return;
    }
    const known = this.looks.get(normalised);
    const changed = known?.changed ?? new Set<string>();
    const before = changed.size;
    for (const name of report.changed) {
      if (isUsersName(name)) {
        changed.add(name);
      }
    }
    const shared = report.shared ?? known?.shared ?? [];
    const hasShared = shared.length + (known?.shared.length ?? 0) > 0;
    const isNews =
      before !== changed.size ||
      (hasShared && String(shared) !== String(known?.shared ?? ''));
    this.revisions += isNews ? 1 : 0;
    if (!known || hasShared) {
      this.looks.set(normalised, { changed, shared });
    }
  }

  /** False where the kernel told no types. */
  get hasTypes(): boolean {
    return this.types.size > 0;
  }

  /** The type that the kernel saw a version's value have when its source ran last; undefined when it did not say. */
  typeOf(name: string, version: Version | undefined): string | undefined {
    if (version === undefined || !this.hasTypes) {
      return undefined;
    }
    const { prepared } = version.baseStep;
    const kin = this.kin.of(prepared);
    const its = kin.roles.translated(name, prepared.roles);
    return this.types.get(kin.normalised)?.get(its);
  }

  /** The type that the kernel saw the value have that a source leaves under a name. */
  typeBySource(normalised: string, name: string): string | undefined {
    return this.types.get(normalised)?.get(name);
  }

  private noteTypes(
    normalised: string,
    types: Readonly<Record<string, string>>
  ): void {
    const known = this.types.get(normalised) ?? new Map<string, string>();
    for (const name of Object.keys(types)) {
      const type = types[name] ?? '';
      const before = known.get(name);
      if (before !== type) {
        const isNews = sharesOrEnds(type) !== sharesOrEnds(before);
        this.revisions += isNews ? 1 : 0;
        this.types.set(normalised, known.set(name, type));
      }
    }
  }

  /** What the kernel saw executions of a source change and share; undefined when it never looked. */
  lookAt(prepared: Prepared): Look | undefined {
    const kin = this.kin.of(prepared);
    const look = this.looks.get(kin.normalised);
    if (!look || kin === prepared) {
      return look;
    }
    const named = (names: Iterable<string>): Set<string> =>
      translatedNames(names, kin, prepared);
    const shared = look.shared.map(names => [...named(names)]);
    return { changed: named(look.changed), shared };
  }

  /** Notes that a source was seen to change a value that it only may change. */
  noteChange(normalised: string, name: string): void {
    const known = this.changes.get(normalised) ?? new Set<string>();
    this.revisions += known.has(name) ? 0 : 1;
    this.changes.set(normalised, known.add(name));
  }

  hasChanged(prepared: Prepared, name: string): boolean {
    if (this.changes.size === 0) {
      return false;
    }
    const kin = this.kin.of(prepared);
    const its = kin.roles.translated(name, prepared.roles);
    return this.changes.get(kin.normalised)?.has(its) ?? false;
  }

  private revisions = 0;
  /** By normalised source, then by name. */
  private readonly types = new Map<string, Map<string, string>>();
  /** By the key of a version, what the kernel told of its form when it was there first; null where it did not tell. */
  readonly forms = new Map<number, DataProfile | null>();

  /** By the key of a version, the parts of the first that had it, as far as somebody asked for them. */
  readonly layouts = new Map<number, LateLayout>();
  /** By source, the makings that tell of parts, found once. */
  readonly makings = new WeakMap<
    Prepared,
    readonly (readonly [string, Making])[]
  >();
  private readonly displays = new Map<string, DisplayNeeds>();
  /** By the key of a version of a display option, what it is set to. */
  readonly settings = new Map<number, string>();
  /** Display options that some step set. */
  readonly options = new Set<string>();
  private readonly seenStreams = new Set<string>();
  private readonly streams = new Map<string, StreamRecord>();
  private readonly looks = new Map<string, Look>();
  private readonly changes = new Map<string, Set<string>>();
}
