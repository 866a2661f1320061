// What the Run History view needs of its surroundings.
import type {
  IDriftWatch,
  IForecaster,
  IProofs,
  IRunChecklists,
  IRunRecorder,
  IRunStore
} from '../../tokens';
import type { Schedule } from './pacer';
import type { CellPlace } from './rows';

export type RunHistoryModelOptions = {
  readonly store: IRunStore;
  readonly recorder: IRunRecorder;
  readonly forecaster: IForecaster | null;
  readonly checklists?: IRunChecklists | null;
  readonly proofs: IProofs | null;
  readonly driftWatch?: IDriftWatch | null;
  /** Folder that the server serves; empty to list runs of any. */
  readonly serverRoot: string;
  readonly now: () => number;
  readonly schedule: Schedule;
  /** Receives faults that have no other place to go. */
  readonly report: (error: unknown) => void;
  readonly placeLabel: (place: CellPlace) => string;
};
