// Hardware, interpreter and cost of a run, for the README of a bundle.
import type { Execution, Proof } from '../../model';
import { inline } from './markdown';
import type { Subject } from './subject';

/** One line for each thing that is known. */
export function machineLines({ plan, record, steps }: Subject): string[] {
  const { environment } = plan;
  const details = environment?.details;
  const hardware = details?.hardware;
  const executions = steps.flatMap(({ execution }) => execution ?? []);
  const proof = record.proof;
  const lines = [
    environment
      ? `${environment.implementation || 'Python'} ${environment.languageVersion}, ${environment.packages.length} distributions`
      : '',
    details?.system || environment?.platform || '',
    hardware?.cpu
      ? `${hardware.cpu}${hardware.cores ? `, ${hardware.cores} logical processors` : ''}`
      : '',
    hardware?.memoryBytes
      ? `${(hardware.memoryBytes / 2 ** 30).toFixed(1)} GiB of memory`
      : '',
    ...(hardware?.gpus ?? []).map(({ driver, name }) =>
      driver ? `${name}, driver ${driver}` : name
    ),
    ...costLines(executions),
    proof
      ? `Proven on ${proof.finishedAt.slice(0, 10)} in ${proof.environmentLabel || 'an environment that is not known'}: ${proof.proven} of ${proof.compared} cells${lackingIn(proof)}`
      : ''
  ];
  return lines.filter(Boolean).map(line => `- ${inline(line)}`);
}

function lackingIn({ lacking }: Proof): string {
  const names = [...(lacking?.missing ?? []), ...(lacking?.leftOut ?? [])];
  return names.length > 0 ? `, without ${names.join(', ')}` : '';
}

function costLines(executions: readonly Execution[]): string[] {
  const wall = sum(executions.map(wallOf));
  const cpu = executions.map(({ report }) => report?.cost?.cpuMs ?? null);
  const peak = Math.max(
    0,
    ...executions.map(({ report }) => report?.cost?.peakMemoryBytes ?? 0)
  );
  return [
    wall > 0 ? `Time that these cells took: ${seconds(wall)}` : '',
    cpu.some(value => value !== null)
      ? `Processor time: ${seconds(sum(cpu.map(value => value ?? 0)))}`
      : '',
    peak > 0 ? `Peak memory: ${(peak / 2 ** 20).toFixed(0)} MiB` : ''
  ];
}

function wallOf({ finishedAt, report, startedAt }: Execution): number {
  const seen = Date.parse(finishedAt ?? '') - Date.parse(startedAt ?? '');
  return report?.cost?.wallMs ?? (seen > 0 ? seen : 0);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((whole, each) => whole + each, 0);
}
