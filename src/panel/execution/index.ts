export { DetailRowView } from './detail';
