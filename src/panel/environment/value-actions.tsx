// Pinning and hiding of named values.
import * as React from 'react';

import { PanelButton } from '../button';
import { pinIcon } from '../icons';
import type { IEnvironmentHost } from './host';
import type { EnvironmentModel } from './model';

type ActionsProps = {
  readonly model: EnvironmentModel;
  readonly host: IEnvironmentHost;
};

/** Two switches behind a name. */
export function ValueActions(
  props: ActionsProps & { readonly name: string }
): JSX.Element {
  const { host, model, name } = props;
  const { translator } = host.locale;
  const { hidden, pinned } = model.choice;
  const [isPinned, isHidden] = [pinned.includes(name), hidden.includes(name)];
  return (
    <>
      <PanelButton
        icon={pinIcon}
        isPressed={isPinned}
        caption={translator.__('Show “%1” first', name)}
        onClick={() =>
          model.choose({ hidden, pinned: toggled(pinned, name, isPinned) })
        }
      />
      <PanelButton
        text={isHidden ? translator.__('Show') : translator.__('Hide')}
        name={
          isHidden
            ? translator.__('Show “%1” again', name)
            : translator.__('Hide “%1”', name)
        }
        onClick={() =>
          model.choose({ pinned, hidden: toggled(hidden, name, isHidden) })
        }
      />
    </>
  );
}

/** How many names are hidden, and a switch for them; nothing while none is. */
export function ValueControls(props: ActionsProps): JSX.Element | null {
  const { host, model } = props;
  const { translator } = host.locale;
  const count = model.choice.hidden.length;
  return count === 0 ? null : (
    <div>
      <PanelButton
        isPressed={model.showsHidden}
        text={translator._n(
          'Show %1 hidden name',
          'Show %1 hidden names',
          count
        )}
        onClick={() => model.toggleHidden()}
      />
    </div>
  );
}

function toggled(
  names: readonly string[],
  name: string,
  isIn: boolean
): readonly string[] {
  return isIn ? names.filter(each => each !== name) : [...names, name];
}
