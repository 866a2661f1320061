// Keeps what is learnt of where a run takes place: each part is put over what the store holds, one after the other.
import type { RunContext, RunId } from '../model';
import { maskCode, withCode, type CodePart, type Mask } from '../recording';
import type { IRunStore } from '../tokens';
import { earlierNotes } from './earlier-notes';
import type { Guard } from './guard';

/** Who works, and on which server. */
export type WhoAndWhere = Pick<RunContext, 'user' | 'serverUrl' | 'unknown'>;

/** What a keeper needs of its surroundings. */
export type KeeperSurroundings = {
  readonly store: Pick<IRunStore, 'context' | 'putContext' | 'get' | 'list'>;
  readonly guard: Guard;
  /** Takes secrets out of what is kept. */
  readonly mask: Mask;
  readonly whoAndWhere: () => Promise<WhoAndWhere>;
};

/** Keeps the context of one run. */
export class ContextKeeper {
  private readonly _around: KeeperSurroundings;
  private readonly _runId: Promise<RunId | null>;
  private _last: Promise<void> = Promise.resolve();

  /** `runId` is null when the run could not be opened. */
  constructor(runId: Promise<RunId | null>, around: KeeperSurroundings) {
    this._runId = runId;
    this._around = around;
    void around.guard.settle('asking who works', async () => {
      const { unknown, ...found } = await around.whoAndWhere();
      this._put(async context => {
        const notes = isBlank(context)
          ? await earlierNotes(around.store, context.runId)
          : context.notes;
        const others = Object.entries(context.unknown).filter(
          ([item]) => item !== 'user'
        );
        return {
          ...context,
          ...found,
          notes,
          unknown: { ...Object.fromEntries(others), ...unknown }
        };
      });
    });
  }

  /** Takes what the kernel said about the code beside the notebook. */
  add(part: CodePart): void {
    const masked = maskCode(part, this._around.mask);
    this._put(context => withCode(context, masked));
  }

  /** Resolves when all that was said is stored. */
  flush(): Promise<void> {
    return this._last;
  }

  private _put(
    change: (context: RunContext) => RunContext | Promise<RunContext>
  ): void {
    const { guard, store } = this._around;
    this._last = this._last.then(() =>
      guard.settle('keeping the context of a run', async () => {
        const runId = await this._runId;
        if (runId === null) {
          return;
        }
        const stored = await store.context(runId);
        const next = await change(stored);
        if (JSON.stringify(next) !== JSON.stringify(stored)) {
          await store.putContext(next);
        }
      })
    );
  }
}

/** Nobody said anything of the run yet, nor took a note away. */
function isBlank({ notes, serverUrl, user }: RunContext): boolean {
  return user === '' && serverUrl === '' && Object.keys(notes).length === 0;
}
