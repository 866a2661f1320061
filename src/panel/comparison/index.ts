export { ComparisonModel } from './model';
export { ComparisonWidget } from './widget';
