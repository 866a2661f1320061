export { graphIcon } from './icon';
export type { GraphSubject, IGraphHost } from './subject';
export { GraphWidget } from './widget';
export { WhyView } from './why';
