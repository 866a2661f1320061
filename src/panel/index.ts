export { ExportPreview, previewOf } from './export-preview';
export { explainCell, MarkLayer, marksOf, wordingFor } from './marks';
export { StatusItem, statusOf } from './status';
