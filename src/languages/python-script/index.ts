export { renderPython } from './render';
export { scriptFileName } from './file-name';
export { commentOn, timeText } from './head-comment';
export { commentText } from './literals';
export {
  neededPackages,
  pythonSeries,
  requirementsOf,
  type Requirements
} from './requirements';
export { labelOf } from './step-label';
export { omissionSentences, warningSentences } from './plan-words';
export { showsTimes } from './timing-magics';
