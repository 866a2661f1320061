// Libraries that ask other machines.

import type { Library } from './library';

const answer = { state: 'network', action: 'read' } as const;

export const web: readonly Library[] = [
  {
    module: 'requests',
    aliases: 'requests',
    isPure: true,
    isCommonWord: true,
    functions: [
      { names: 'get head options request', effect: answer },
      {
        names: 'delete patch post put',
        effect: { state: 'network', action: 'update' }
      }
    ]
  },
  {
    module: 'httpx',
    aliases: 'httpx',
    isPure: true,
    functions: [
      { names: 'get head options request stream', effect: answer },
      {
        names: 'delete patch post put',
        effect: { state: 'network', action: 'update' }
      }
    ]
  },
  {
    module: 'urllib.request',
    aliases: '',
    imported: 'urlopen urlretrieve',
    isPure: true,
    functions: [
      { names: 'urlopen', effect: answer },
      {
        names: 'urlretrieve',
        effect: answer,
        files: [{ at: 1, keywords: 'filename', action: 'write' }]
      }
    ]
  },
  {
    module: 'urllib',
    aliases: 'urllib',
    isPure: true
  },
  {
    module: 'wget',
    aliases: 'wget',
    isPure: true,
    functions: [{ names: 'download', effect: answer }]
  },
  {
    module: 'yfinance',
    aliases: 'yf yfinance',
    isPure: true,
    functions: [{ names: 'download', effect: answer }]
  }
];
