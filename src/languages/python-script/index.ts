export { scriptFileName } from './file-name';
export { renderPython } from './render';
export { requirementsOf, type Requirements } from './requirements';
