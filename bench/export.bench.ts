// What exporting a long run costs in each format, from its plan on, beside a plain JSON.stringify of the same plan.
import { exporters, type ExportRecord } from '../src/exporters';
import { languageOf } from '../src/languages';
import { planScript, type ScriptPlan } from '../src/lineage';
import type { Environment, Output } from '../src/model';
import { recordFor } from '../src/testing/export-record';
import { historyOf } from './made-history';

const EXECUTIONS = 5000;

const environment: Environment = {
  schemaVersion: 1,
  environmentId: 'made' as never,
  language: 'python',
  languageVersion: '3.11.7',
  implementation: 'CPython',
  platform: 'Linux',
  packages: Array.from({ length: 150 }, (_, index) => ({
    name: `package${index}`,
    version: `1.${index}`
  })),
  modules: { pandas: ['package1'] }
};

const said = (text: string): Output => ({
  output_type: 'stream',
  name: 'stdout',
  text
});

/** Every cell once, each with a line of output. */
function made(): { readonly plan: ScriptPlan; readonly record: ExportRecord } {
  const { document, runs } = historyOf(EXECUTIONS, EXECUTIONS, true);
  const [history] = runs;
  if (!history) {
    throw new Error('Nothing ran');
  }
  const plan = {
    ...planScript({
      history,
      document,
      criterion: { kind: 'run' },
      analyse: languageOf('python')?.analyse
    }),
    environment
  };
  const outputs = plan.steps.map((_, index) => [said(`${index % 10}\n`)]);
  return { plan, record: recordFor(plan, { ...outputs }) };
}

function exporting(id: string): () => unknown {
  const { plan, record } = made();
  const exporter = exporters.find(one => one.id === id);
  if (!exporter) {
    throw new Error(`There is no exporter ${id}`);
  }
  return () => exporter.render(plan, record);
}

export default {
  title: 'Exports of 5,000 executions',
  cases: {
    'JSON.stringify of the plan': () => {
      const { plan } = made();
      return () => JSON.stringify(plan);
    },
    script: () => exporting('script'),
    notebook: () => exporting('notebook'),
    bundle: () => exporting('bundle')
  }
};
