export { ModelWidget, type IPageModel } from './model-widget';
export {
  holdsWords,
  matchingSection,
  wordsOf,
  type Section,
  type SectionRow
} from './section';
export { sectionMarkdown, sectionText } from './text';
export { SectionView, type SectionHost } from './view';
