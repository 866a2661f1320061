export { FindingsView } from './view';
