// What the user has to know about the store before anything else.
import * as React from 'react';

import type { StoreState } from '../../tokens';

/** The store's own sentences; nothing while all is well. */
export function BannerView(props: {
  readonly store: StoreState;
}): JSX.Element | null {
  const { condition, loss, message } = props.store;
  if (message === '' && loss === '') {
    return null;
  }
  return (
    <div className={`jp-RetraceBanner jp-mod-${condition}`} role="status">
      {message !== '' && <p>{message}</p>}
      {loss !== '' && <p>{loss}</p>}
    </div>
  );
}
