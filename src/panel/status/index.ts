export { statusOf, type Status, type StatusInput } from './model';
export { StatusItem } from './view';
