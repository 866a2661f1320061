export { previewOf, type LeftOut, type Preview } from './model';
export { ExportPreview, type ExportPreviewProps } from './view';
