export {
  previewFormats,
  type ExportChoice,
  type PreviewFormat
} from './formats';
export { previewOf, type LeftOut, type Preview } from './model';
export { ExportPreview, type ExportPreviewProps } from './view';
