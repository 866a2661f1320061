export type { IEnvironmentHost } from './host';
export { environmentIcon } from './icon';
export { LevelBadge } from './level-badge';
export { EnvironmentModel } from './model';
export { NO_CHOICE, type ValueChoice } from './values';
export { EnvironmentWidget } from './widget';
export { itemText, levelText } from './words';
