// Who works in this page, and on which server, as the server tells it.
import type { ServiceManager, User } from '@jupyterlab/services';

import type { RunContext } from '../../model';
import { publicAddress } from '../../recording';

/** What of the services is asked; older servers know no users. */
export type AskedServices = {
  readonly serverSettings: Pick<
    ServiceManager.IManager['serverSettings'],
    'baseUrl'
  >;
  readonly user?: {
    readonly ready: Promise<unknown>;
    readonly identity: User.IIdentity | null;
  };
};

const NO_USER = 'The server knows no users.';
const MADE_UP =
  'The server knows no users; it made up a name for this browser.';

/** Never rejects: a server that does not tell leaves the user unknown. */
export async function whoAndWhere({
  serverSettings,
  user
}: AskedServices): Promise<Pick<RunContext, 'user' | 'serverUrl' | 'unknown'>> {
  const serverUrl = publicAddress(serverSettings.baseUrl);
  try {
    await user?.ready;
  } catch {
    const sentence = 'The server did not tell who is logged in.';
    return { user: '', serverUrl, unknown: { user: sentence } };
  }
  const identity = user?.identity ?? null;
  const name =
    identity === null
      ? ''
      : identity.name || identity.display_name || identity.username;
  if (name === '') {
    return { user: '', serverUrl, unknown: { user: NO_USER } };
  }
  return isMadeUp(identity)
    ? { user: '', serverUrl, unknown: { user: MADE_UP } }
    : { user: name.slice(0, 200), serverUrl, unknown: {} };
}

/** A server without users gives each browser an id and the name of a moon. */
function isMadeUp(identity: User.IIdentity | null): boolean {
  return (
    /^Anonymous \w+$/.test(identity?.display_name || identity?.name || '') &&
    /^[0-9a-f-]{32,36}$/.test(identity?.username ?? '')
  );
}
