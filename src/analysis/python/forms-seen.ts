// What code asks of a value that does not hang on what its parts are: how long it is, what its columns are called.

import type { FormSeen } from '../view';

import type { Place } from './place';

/** What of the form alone is asked for at a place; null for more. */
export function formSeen(place: Place): FormSeen {
  const part = place.memberAt(0);
  if (part !== null) {
    return isFormPart(place, part) ? 'form' : null;
  }
  const call = place.callAt(0);
  const isFirst = place.path[1]?.children[1] === place.path[0];
  if (!call || call.owner || !isFirst) {
    return null;
  }
  return call.word === 'len'
    ? 'length'
    : /^(?:type|isinstance)$/.test(call.word)
      ? 'form'
      : null;
}

/** Plain names of columns too; what else is made of columns shows their type. */
function isFormPart(place: Place, part: string): boolean {
  if (part !== 'columns') {
    const isSize = /^(?:shape|ndim|size|empty)$/.test(part);
    return isSize && !place.isCalled(1) && !place.isTarget(1);
  }
  const call = place.callAt(1);
  return (
    place.isMethod(1, 'tolist') ||
    (call?.owner === null && /^(?:list|len)$/.test(call.word))
  );
}
