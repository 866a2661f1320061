export { scriptFileName } from './file-name';
export { renderPython } from './render';
