// Script plan -> one file of R.
import type { PlanStep, ScriptPlan } from '../lineage';
import { commentOn, labelOf, scriptFileName, timeText } from './python-script';
import { rOwnPackages } from './r-own-packages';

/** The whole script: what the reader must know, the packages of the run, then a block for each execution. */
export function renderR(plan: ScriptPlan): string {
  const fileName = scriptFileName(plan.notebookPath, plan.runNumber, '.R');
  const head = commentOn(plan, {
    commands: [`    Rscript ${fileName}`],
    notes: versionNotes(plan)
  });
  const setUp = [
    '# %% set-up',
    ...packageLines(plan),
    ...figureLines(fileName)
  ];
  const blocks = plan.steps.map(block);
  return `${[head.join('\n'), setUp.join('\n'), ...blocks].join('\n\n')}\n`;
}

function versionNotes({ environment }: ScriptPlan): readonly string[] {
  const version = environment?.languageVersion ?? '';
  return version ? [`The run used R ${version}.`] : [];
}

/** Installs what differs from the run into a folder of its own, which is looked into first. */
function packageLines({ requires, runNumber }: ScriptPlan): readonly string[] {
  const wanted = requires.filter(
    ({ name, version }) =>
      !rOwnPackages.has(name) &&
      /^[A-Za-z][A-Za-z0-9.]*$/.test(name) &&
      /^[0-9]+(?:[.-][0-9]+)*$/.test(version)
  );
  if (wanted.length === 0) {
    return [];
  }
  const pairs = wanted.map(({ name, version }) => `    ${name} = "${version}"`);
  return [
    '# The packages of the run. RETRACE_RESTORE=no takes whatever is installed.',
    'local({',
    '  wanted <- c(',
    pairs.join(',\n'),
    '  )',
    `  own <- file.path(getwd(), "retrace-library-${runNumber}")`,
    '  if (dir.exists(own)) .libPaths(c(own, .libPaths()))',
    '  version <- function(name) suppressWarnings(as.character(utils::packageDescription(name, fields = "Version")))',
    '  present <- vapply(names(wanted), version, "")',
    '  other <- wanted[is.na(present) | present != wanted]',
    '  if (length(other) == 0L || identical(Sys.getenv("RETRACE_RESTORE"), "no")) return(invisible())',
    '  message("Installing ", paste(names(other), other, collapse = ", "), " into ", own)',
    '  dir.create(own, showWarnings = FALSE)',
    '  .libPaths(c(own, .libPaths()))',
    '  if (!requireNamespace("remotes", quietly = TRUE)) utils::install.packages("remotes", lib = own)',
    '  for (name in names(other)) remotes::install_version(name, other[[name]], lib = own, upgrade = "never")',
    '})'
  ];
}

/** Figures become files beside the script. */
function figureLines(fileName: string): readonly string[] {
  const stem = fileName.replace(/\.R$/, '');
  return [
    `options(device = function(...) grDevices::png("${stem}-figure-%03d.png", width = 7, height = 7, units = "in", res = 120))`
  ];
}

function block(step: PlanStep): string {
  const title = `# %% ${labelOf(step)} ${timeText(step.startedAt)}`.trimEnd();
  const code = step.source.replace(/\r\n?/g, '\n').trim();
  return [title, ...framed(step, code)].join('\n');
}

/** Code that failed, or that R would refuse to read as a part of the script, runs from a text. */
function framed({ status }: PlanStep, code: string): readonly string[] {
  const lines = code.split('\n').map(line => `  ${rString(line)}`);
  const fromText = `exprs = parse(text = c(\n${lines.join(',\n')}\n)), print.eval = TRUE, echo = FALSE, local = globalenv()`;
  switch (status) {
    case 'ok':
      return [code || '# Empty.'];
    case 'lost':
      return ['# How it ended is not known.', code];
    default: {
      const how =
        status === 'error'
          ? 'ended in an error'
          : 'was interrupted before its end';
      return [`# It ${how} in the notebook.`, `try(source(${fromText}))`];
    }
  }
}

/** A string literal of R in ASCII. */
export function rString(text: string): string {
  const body = Array.from(text, char => {
    const code = char.codePointAt(0) ?? 0;
    if (char === '"' || char === '\\') {
      return `\\${char}`;
    }
    if (code >= 0x20 && code < 0x7f) {
      return char;
    }
    return code === 0 || (code >= 0xd800 && code < 0xe000)
      ? '\\ufffd'
      : `\\U{${code.toString(16)}}`;
  });
  return `"${body.join('')}"`;
}
