// The standard library's clocks, and its chance that no seed determines.

import type { Library } from './library';

const entropy = { state: 'entropy', action: 'read' } as const;
const clock = { state: 'clock', action: 'read' } as const;
const day = { state: 'day', action: 'read' } as const;

const identifiers: Library = {
  module: 'uuid',
  aliases: 'uuid',
  imported: 'uuid1 uuid4',
  isPure: true,
  functions: [{ names: 'uuid1 uuid4 uuid6 uuid7', effect: entropy }]
};

const secrets: Library = {
  module: 'secrets',
  aliases: 'secrets',
  isPure: true,
  isCommonWord: true,
  functions: [
    {
      names: `choice randbelow randbits token_bytes token_hex token_urlsafe SystemRandom`,
      effect: entropy
    }
  ]
};

const time: Library = {
  module: 'time',
  aliases: 'time',
  imported: 'monotonic perf_counter perf_counter_ns process_time sleep time_ns',
  isPure: true,
  isCommonWord: true,
  functions: [
    {
      names: `time time_ns perf_counter perf_counter_ns monotonic monotonic_ns process_time process_time_ns thread_time
        thread_time_ns clock`,
      effect: clock
    },
    {
      names: 'asctime ctime gmtime localtime',
      fewer: { than: 1, effects: [clock] }
    },
    {
      names: 'strftime',
      fewer: { than: 2, effects: [clock], isFormat: true }
    }
  ]
};

const dates: Library = {
  module: 'datetime',
  aliases: 'datetime dt',
  imported: 'timedelta date',
  isPure: true,
  isCommonWord: true,
  functions: [
    {
      names: `now utcnow today datetime.now datetime.today datetime.utcnow`,
      effect: clock
    },
    { names: 'date.today', effect: day }
  ]
};

const timing: Library = {
  module: 'timeit',
  aliases: 'timeit',
  isPure: true,
  functions: [{ names: 'timeit repeat default_timer', effect: clock }],
  methodEffects: [{ names: 'timeit autorange', effect: clock }]
};

const profiler = (module: string): Library => ({
  module,
  aliases: module,
  isPure: true,
  functions: [{ names: 'run runctx', effect: clock }]
});

const profiles: Library = {
  module: 'pstats',
  aliases: 'pstats',
  isPure: true,
  functions: [{ names: 'Stats', effect: clock }],
  methodEffects: [{ names: 'print_callers print_callees', effect: clock }]
};

export const chance: readonly Library[] = [
  identifiers,
  secrets,
  time,
  dates,
  timing,
  profiles,
  profiler('cProfile'),
  profiler('profile')
];
