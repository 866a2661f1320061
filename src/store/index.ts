export {
  createRunStore,
  databaseNameOf,
  type CreateOptions,
  type IBudgetedRunStore
} from './create';
export type { Clock } from './clock';
export type { StoreEnvironment } from './environment';
