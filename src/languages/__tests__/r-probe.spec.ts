// The R probe in a real IRkernel, and what a forecast makes of it. Needs R with IRkernel, which `npm test` installs on Debian.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { decodeProbeMessage } from '../../recording';
import { renderR } from '../r-script';
import { rProbe } from '../r.probe';
import { planOf } from '../../testing/plans';
import { outputsOf, reportOf, session, type Message } from './probe-session';

const hasR = spawnSync('Rscript', ['-e', 'library(IRkernel)']).status === 0;
const inKernel = hasR ? describe : describe.skip;

const install = { code: rProbe.source, silent: true };

const inR = (...cells: Parameters<typeof session>[0]): Message[][] =>
  session(cells, {}, 'ir');

const textOf = (messages: readonly Message[]): readonly string[] =>
  outputsOf(messages).flatMap(({ data, text }) => {
    const shown = data as { readonly 'text/plain'?: string } | undefined;
    return shown?.['text/plain'] ?? (typeof text === 'string' ? [text] : []);
  });

inKernel('in a kernel of R, the probe', () => {
  const folder = mkdtempSync(join(tmpdir(), 'retrace-r-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('starts no program to learn the time zone', () => {
    const heard = join(folder, 'heard');
    writeFileSync(
      join(folder, 'timedatectl'),
      `#!/bin/sh\necho > '${heard}'\nexit 1\n`,
      { mode: 0o755 }
    );
    const path = `${folder}:${process.env.PATH}`;
    const [hello] = session([install], { PATH: path, TZ: '' }, 'ir');
    const details = hello
      ?.filter(([, type]) => type === 'comm_msg')
      .map(([, , content]) => decodeProbeMessage(content.data))[1];
    expect(details).toMatchObject({
      value: { part: { details: { timeZone: expect.stringMatching(/\w/) } } }
    });
    expect(existsSync(heard)).toBe(false);
  });

  it('tells packages, and of each cell what it did to names, streams and files', () => {
    const path = join(folder, 'data.csv').split('\\').join('/');
    writeFileSync(path, 'a,b\n1,2\n3,NA\n');
    const [hello, ...rest] = inR(
      install,
      'x <- c(1, 2, 3); rate <- 0.5; my.name <- "a"',
      'x[2] <- 10; f <- function(a) a + rate; rm(my.name)',
      'set.seed(7); z <- rnorm(2)',
      `d <- read.csv("${path}")`,
      'stop("no")',
      'f(x)',
      'e <- new.env(); e$a <- 1',
      install
    );
    const greeting = hello?.find(([, type]) => type === 'comm_msg');
    const decoded = decodeProbeMessage(greeting?.[2].data);
    expect(decoded).toMatchObject({
      ok: true,
      value: { kind: 'hello', dropped: 0, environment: { language: 'R' } }
    });
    const second = hello?.filter(([, type]) => type === 'comm_msg')[1];
    expect(decodeProbeMessage(second?.[2].data)).toMatchObject({
      ok: true,
      value: {
        kind: 'details',
        dropped: 0,
        part: {
          details: {
            machine: expect.stringMatching(/\w/),
            timeZone: expect.stringMatching(/\w/),
            hardware: { cores: expect.any(Number) },
            unknown: { 'hardware.gpus': expect.stringMatching(/\.$/) }
          }
        }
      }
    });
    const [bind, change, draw, read, fail, call, open] = rest
      .slice(0, 7)
      .map(reportOf);
    expect(bind?.report).toMatchObject({
      bound: ['my.name', 'rate', 'x'],
      types: { x: 'numeric' },
      scalars: { 'my.name': 'a', rate: 0.5 },
      streams: {},
      omitted: []
    });
    expect(change?.report).toMatchObject({
      bound: ['f'],
      changed: ['x'],
      deleted: ['my.name'],
      unchanged: ['rate']
    });
    expect(change?.report.values.x).not.toBe(bind?.report.values.x);
    expect(draw?.report.streams).toHaveProperty('random');
    expect(draw?.report.seedings).toMatchObject([
      { stream: 'random', seed: '7' }
    ]);
    expect(read?.report.files).toMatchObject([
      { path, mode: 'read', size: 13 }
    ]);
    expect(read?.report.profiles).toMatchObject({
      d: {
        kind: 'frame',
        shape: [2, 2],
        columns: [
          { name: 'a', type: 'integer', missing: 0 },
          { name: 'b', type: 'integer', missing: 1 }
        ]
      }
    });
    expect(fail?.isOk).toBe(false);
    expect(call?.report.unchanged).toEqual(
      ['f', 'rate', 'x'].filter(name => name !== 'rate')
    );
    expect(open?.report.values).toHaveProperty('e');
    const again = rest[7]?.filter(([, type]) => type === 'comm_msg');
    expect(
      again?.map(([, , content]) => decodeProbeMessage(content.data))
    ).toMatchObject([
      { ok: true, value: { kind: 'hello' } },
      { ok: true, value: { kind: 'details' } },
      { ok: true, value: { kind: 'code' } },
      { ok: true, value: { kind: 'ring', reports: { length: 7 } } }
    ]);
  });

  it('leaves outputs, counts, names and random numbers as they are without it', () => {
    const cells = [
      'x <- 1:3; x',
      'exists(".Random.seed")',
      'set.seed(1); runif(2)',
      'runif(2)',
      'sort(setdiff(ls(all.names = TRUE), ".pbd_env"))',
      'y <- c(',
      'warning("careful"); 5',
      'cat("a\\n"); message("b")',
      'delayedAssign("lazy", { cat("forced"); runif(1) }); lazy2 <- 1',
      'exists("lazy")'
    ];
    const [, ...watched] = inR(install, ...cells);
    const plain = inR(...cells);
    expect(watched.map(outputsOf)).toEqual(plain.map(outputsOf));
    const counts = (all: readonly (readonly Message[])[]): unknown[] =>
      all.map(
        messages =>
          messages.find(([, type]) => type === 'execute_reply')?.[2]
            .execution_count
      );
    expect(counts(watched)).toEqual(counts(plain));
  });

  it('writes a script that prints the same', () => {
    const cells = [
      'x <- c(1, 2, 3)',
      'set.seed(3)\ny <- x + rnorm(3)',
      'mean(y)',
      'if (TRUE) {\n  "grüße \\\\ \\"q\\""\n}',
      'print(y, digits = 3)'
    ];
    const plain = inR(...cells).flatMap(textOf);
    const file = join(folder, 'script.R');
    writeFileSync(file, renderR(planOf(cells, { language: 'R' })));
    const { stdout, status } = spawnSync('Rscript', [file], {
      encoding: 'utf8',
      cwd: folder,
      env: { ...process.env, LC_ALL: 'C.UTF-8' }
    });
    expect(status).toBe(0);
    expect(stdout.trimEnd().split('\n')).toEqual(
      plain.flatMap(text => text.trimEnd().split('\n'))
    );
  });
});
