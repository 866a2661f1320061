// The whole source of the Python probe, ready to be sent as one silent request.
import type { Probe, ProbeLimits } from './language';
import { addressesSource } from './python-probe-addresses';
import { aliasesSource } from './python-probe-aliases';
import { arraysSource } from './python-probe-arrays';
import { backgroundSource } from './python-probe-background';
import { budgetSource } from './python-probe-budget';
import { changesSource } from './python-probe-changes';
import { codeSource } from './python-probe-code';
import { costSource } from './python-probe-cost';
import { dataSource } from './python-probe-data';
import { entropySource } from './python-probe-entropy';
import { factsSource } from './python-probe-facts';
import { filesSource } from './python-probe-files';
import { foldersSource } from './python-probe-folders';
import { framesSource } from './python-probe-frames';
import { gapsSource } from './python-probe-gaps';
import { glancesSource } from './python-probe-glances';
import { hashingSource } from './python-probe-hashing';
import { hardwareSource } from './python-probe-hardware';
import { installsSource } from './python-probe-installs';
import { librariesSource } from './python-probe-libraries';
import { memorySource } from './python-probe-memory';
import { mentionsSource } from './python-probe-mentions';
import { modulesSource } from './python-probe-modules';
import { namedSource } from './python-probe-named';
import { namesSource } from './python-probe-names';
import { objectsSource } from './python-probe-objects';
import { onceSource } from './python-probe-once';
import { originsSource } from './python-probe-origins';
import { packagesSource } from './python-probe-packages';
import { placesSource } from './python-probe-places';
import { profilesSource } from './python-probe-profiles';
import { reportsSource } from './python-probe-reports';
import { repositorySource } from './python-probe-repository';
import { scalarsSource } from './python-probe-scalars';
import { seedsSource } from './python-probe-seeds';
import { sendingSource } from './python-probe-sending';
import { stampsSource } from './python-probe-stamps';
import { standardSource } from './python-probe-standard';
import { stillSource } from './python-probe-still';
import { streamsSource } from './python-probe-streams';
import { surroundingsSource } from './python-probe-surroundings';
import { tablesSource } from './python-probe-tables';
import { tensorsSource } from './python-probe-tensors';
import { toldSource } from './python-probe-told';
import { toolsSource } from './python-probe-tools';
import { trackersSource } from './python-probe-trackers';
import { unheardSource } from './python-probe-unheard';
import { usualSource } from './python-probe-usual';
import { valuesSource } from './python-probe-values';
import { viewsSource } from './python-probe-views';
import { watchesSource } from './python-probe-watches';
import { wrappedSource } from './python-probe-wrapped';

const COMM_ID = 'jupyterlab-retrace-probe-1';

const preamble = `
import sys
def start():
    shell = sys.modules.get('IPython.core.getipython')
    ip = shell.get_ipython() if shell is not None else None
    if ip is None:
        return
    greet = getattr(ip, '_retrace_greet', None)
    if greet is not None:
        greet()
        return
    import gc, os, re, time as time_module, types
    from _thread import allocate_lock, get_ident, start_new_thread
    from collections import OrderedDict, defaultdict, deque
    from hashlib import blake2b
    try:
        from importlib import metadata
    except Exception:
        metadata = None
    from io import open as io_open
    from itertools import chain, compress, islice, repeat
    from json import JSONEncoder, dumps, loads
    from marshal import dumps as dump
    from operator import add, is_, ne, sub
    from struct import pack, unpack_from
    from unicodedata import normalize
    from zlib import crc32
    from stat import S_ISDIR, S_ISREG
    from time import perf_counter, sleep, time
    scope = {
        '__builtins__': dict(__builtins__ if type(__builtins__) is dict else vars(__builtins__)), '__name__': 'jupyterlab_retrace_probe', 'COMM_ID': '${COMM_ID}',
        'sys': sys, 'os': os, 'gc': gc, 'dump': dump, 'S_ISDIR': S_ISDIR, 'S_ISREG': S_ISREG, 're': re, 'deque': deque, 'OrderedDict': OrderedDict, 'defaultdict': defaultdict, 'blake2b': blake2b, 'metadata': metadata, 'io_open': io_open,
        'islice': islice, 'crc32': crc32, 'pack': pack, 'unpack_from': unpack_from, 'chain': chain, 'compress': compress, 'repeat': repeat, 'is_': is_, 'ne': ne, 'add': add, 'sub': sub, 'normalize': normalize, 'JSONEncoder': JSONEncoder, 'dumps': dumps, 'loads': loads, 'allocate_lock': allocate_lock, 'get_ident': get_ident, 'start_new_thread': start_new_thread, 'clock': perf_counter, 'wall_clock': time, 'types': types, 'time_module': time_module,
        'module_type': types.ModuleType, 'os_folder': os.path.dirname(os.__file__), 'ip': ip, 'BUDGET': BUDGET,
        'HASH_BYTES': HASH_BYTES, 'sleep': sleep,
    }
    exec(compile(SOURCE, '<jupyterlab-retrace probe>', 'exec'), scope)
    scope['install']()
start()
`;

/** The probe's parts of Python, in the order in which they run. */
export const pythonProbeParts: readonly string[] = [
  packagesSource,
  filesSource,
  budgetSource,
  onceSource,
  valuesSource,
  objectsSource,
  stampsSource,
  placesSource,
  tablesSource,
  viewsSource,
  standardSource,
  arraysSource,
  framesSource,
  memorySource,
  tensorsSource,
  librariesSource,
  wrappedSource,
  mentionsSource,
  namesSource,
  glancesSource,
  aliasesSource,
  changesSource,
  entropySource,
  streamsSource,
  costSource,
  hashingSource,
  scalarsSource,
  namedSource,
  watchesSource,
  foldersSource,
  toldSource,
  unheardSource,
  dataSource,
  addressesSource,
  seedsSource,
  profilesSource,
  modulesSource,
  trackersSource,
  factsSource,
  usualSource,
  stillSource,
  toolsSource,
  surroundingsSource,
  hardwareSource,
  originsSource,
  installsSource,
  codeSource,
  repositorySource,
  backgroundSource,
  gapsSource,
  sendingSource,
  reportsSource
];

const body = pythonProbeParts.join('\n');

/** A Python string literal; JSON's escapes mean the same there as long as the text is ASCII. */
function literal(text: string): string {
  return JSON.stringify(text);
}

/**
 * One expression, so that no name is bound on the way, and no name of the user's is trusted: builtins come from a
 * function's globals, since `exec`, `get_ipython` or `__import__` may have been rebound in the notebook.
 */
function asExpression(
  source: string,
  probe: string,
  limits: { readonly seconds: number; readonly bytes: number }
): string {
  return [
    '(lambda b: (b["exec"] if b.__class__ is {}.__class__ else b.exec)(',
    literal(source),
    ', {"__builtins__": b, "SOURCE": ',
    literal(probe),
    `, "BUDGET": ${limits.seconds}, "HASH_BYTES": ${limits.bytes}`,
    '}))((lambda: 0).__globals__["__builtins__"])'
  ].join('');
}

const USUAL: Required<ProbeLimits> = { budgetMs: 20, dataHashMegabytes: 256 };

/** The limit within its bounds; the usual one for what is no number. */
function within(
  value: number,
  usual: number,
  [least, most]: readonly [number, number]
): number {
  return Number.isFinite(value)
    ? Math.min(most, Math.max(least, value))
    : usual;
}

/** The probe with limits other than the usual ones. */
export function pythonProbeWith(limits: ProbeLimits): Probe {
  const { budgetMs, dataHashMegabytes = USUAL.dataHashMegabytes } = limits;
  const seconds = within(budgetMs, USUAL.budgetMs, [2, 1000]) / 1000;
  const megabytes = within(
    dataHashMegabytes,
    USUAL.dataHashMegabytes,
    [0, 1_000_000]
  );
  const bytes = Math.round(megabytes * 1_048_576);
  return {
    source: asExpression(preamble, body, { seconds, bytes }),
    commId: COMM_ID,
    within: pythonProbeWith
  };
}

/** Reports a Python kernel's environment once, and after each execution what it did to the namespace. */
export const pythonProbe: Probe = pythonProbeWith(USUAL);
