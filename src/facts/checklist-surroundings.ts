// Rows that are asked for at the high degree: software, cost, hardware.
import type { Translator } from '../model';
import type { RowFinding, RowRule } from './checklist-row';
import type { RunFacts } from './run-facts';

/** High degree: what a re-run takes place on. */
export const surroundingRows: readonly RowRule[] = [
  {
    id: 'software',
    level: 'high',
    title: translator => translator.__('Software environment'),
    wanted: translator =>
      translator.__('A kernel with the probe, which lists what is installed.'),
    judge: judgeSoftware
  },
  {
    id: 'compute',
    level: 'high',
    title: translator => translator.__('Compute time'),
    wanted: translator =>
      translator.__(
        'A kernel whose probe reports the processor time of each execution.'
      ),
    judge: judgeCompute
  },
  {
    id: 'cost',
    level: 'high',
    title: translator => translator.__('Cost in money'),
    wanted: translator =>
      translator.__(
        'A note with the price of the machine, or that it cost nothing.'
      ),
    judge: (_, translator) => ({
      state: 'missing',
      evidence: translator.__('Only you know what the machine costs.')
    })
  },
  {
    id: 'hardware',
    level: 'high',
    title: translator => translator.__('Hardware'),
    wanted: translator =>
      translator.__('A note that names processor, memory and graphics card.'),
    judge: judgeHardware
  }
];

function judgeSoftware(
  { history, packages }: RunFacts,
  translator: Translator
): RowFinding {
  const { environment } = history;
  if (!environment || packages === null) {
    return {
      state: 'unknown',
      evidence: translator.__('The kernel did not report its environment.')
    };
  }
  const { implementation, language, languageVersion } = environment;
  const installed = packages.filter(({ version }) => version !== null).length;
  return installed === 0
    ? {
        state: 'missing',
        evidence: translator.__('No installed package was reported.')
      }
    : {
        state: 'filled',
        evidence: translator._n(
          '%2 %3 with %1 package and its version.',
          '%2 %3 with %1 packages and their versions.',
          installed,
          implementation || language,
          languageVersion
        )
      };
}

function judgeCompute(
  { cost, executions }: RunFacts,
  translator: Translator
): RowFinding {
  if (cost.cpuMs === null) {
    return {
      state: 'unknown',
      evidence: translator.__('The kernel did not report its processor time.')
    };
  }
  const gpu = hours(cost.gpuMs ?? 0);
  return cost.untold > 0
    ? {
        state: 'missing',
        evidence: translator._n(
          '%1 of %2 executions told no processor time.',
          '%1 of %2 executions told no processor time.',
          cost.untold,
          executions.length
        )
      }
    : {
        state: 'filled',
        evidence:
          cost.gpuMs === null || cost.gpuMs === 0
            ? translator.__('%1 CPU-hours.', hours(cost.cpuMs))
            : translator.__(
                '%1 CPU-hours, at most %2 GPU-hours.',
                hours(cost.cpuMs),
                gpu
              )
      };
}

function judgeHardware(
  { history }: RunFacts,
  translator: Translator
): RowFinding {
  const details = history.environment?.details;
  const hardware = details?.hardware;
  if (!details || !hardware || hardware.cpu === '') {
    return {
      state: 'unknown',
      evidence:
        details?.unknown['hardware.cpu'] ??
        details?.unknown.hardware ??
        translator.__('The kernel did not report its hardware.')
    };
  }
  const { cores, cpu, gpus, memoryBytes } = hardware;
  const parts = [
    cpu,
    cores === null ? '' : translator._n('%1 core', '%1 cores', cores),
    memoryBytes === null
      ? ''
      : translator.__('%1 GB memory', (memoryBytes / 1e9).toFixed(1)),
    ...gpus.map(({ name }) => name)
  ].filter(part => part !== '');
  return { state: 'filled', evidence: `${parts.join(', ')}.` };
}

/** Hours with two figures that say something: `0.0012`, `3.4`; of a few seconds, that they are few. */
export function hours(ms: number): string {
  const value = ms / 3_600_000;
  return value < 0.001 ? '< 0.001' : String(Number(value.toPrecision(2)));
}
