// The answer of `check` for programs.
import type { CheckedFile } from './check';
import type { Checked, Hazard } from './findings';
import { summaryOf } from './summary';

/** One object, or for several files a list of them. */
export function asJson(
  files: readonly CheckedFile[],
  areMany: boolean
): string {
  const objects = files.map(({ file, checked }) => ({
    ...(areMany ? { file } : {}),
    ...objectOf(checked)
  }));
  return `${JSON.stringify(areMany ? objects : objects[0], null, 2)}\n`;
}

function objectOf(checked: Checked): object {
  return {
    cells: checked.cells.map(({ hazards, ...cell }) => ({
      ...cell,
      hazards: hazards.map(hazardOf)
    })),
    summary: summaryOf(checked)
  };
}

function hazardOf(hazard: Hazard): object {
  const { affected, code, evidence, message, name, place, remedy, severity } =
    hazard;
  return { code, name, severity, message, evidence, remedy, place, affected };
}
