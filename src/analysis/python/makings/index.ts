export { outlinesOf, type Outline } from './outlines';
export { makingsOf } from './makings';
