export type { IEnvironmentHost } from './host';
export { environmentIcon } from './icon';
export { DegreeBadge } from './degree-badge';
export { EnvironmentModel } from './model';
export { NO_CHOICE, type ValueChoice } from './values';
export { EnvironmentWidget } from './widget';
