// What methods do to the value that they belong to.
import type { ReceivedUpdate } from '../definition';

/** Who calls the method changes the value. */
export function changeBy(method: string): ReceivedUpdate {
  return {
    parameter: '',
    place: 0,
    method,
    path: null,
    certainty: 'certain',
    isReplacement: false
  };
}
