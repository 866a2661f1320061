export { verdictIcons } from './icons';
export { MarkLayer, type MarkLayerOptions } from './layer';
export {
  explainCell,
  marksOf,
  wordingFor,
  type CellMark,
  type MarkedVerdict
} from './model';
export { withProof } from './with-proof';
