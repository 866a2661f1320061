// Runs the stages of `npm test` one after another and adds up what they passed and failed.

import { Stop } from './run.mjs';

/**
 * What a stage came to: how many tests passed, failed and were skipped; `output` is shown when any failed.
 * A stage is `{name, needs, run}`; `run` gives such counts, or nothing when it stands for one test.
 */
const ONE_PASSED = { passed: 1, failed: 0, skipped: 0 };
const ONE_FAILED = { passed: 0, failed: 1, skipped: 0 };
const ONE_SKIPPED = { passed: 0, failed: 0, skipped: 1 };

async function outcomeOf(stage) {
  try {
    return { ...ONE_PASSED, ...(await stage.run()) };
  } catch (error) {
    const output = error instanceof Stop ? error.message : error.stack;
    return { ...ONE_FAILED, output };
  }
}

function report(name, { passed, failed, skipped, output }, seconds) {
  if (output && failed > 0) {
    console.log(output);
  }
  const counts = [
    `${passed} passed`,
    ...(failed ? [`${failed} FAILED`] : []),
    ...(skipped ? [`${skipped} skipped`] : [])
  ];
  console.log(`-- ${name}: ${counts.join(', ')} (${seconds} s)`);
}

/** Runs all stages; one that needs a failed one is skipped. Prints the closing line and gives the exit code. */
export async function runStages(stages) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const broken = new Set();
  for (const stage of stages) {
    const lacking = (stage.needs ?? []).find(name => broken.has(name));
    const start = Date.now();
    const outcome = lacking ? ONE_SKIPPED : await outcomeOf(stage);
    report(
      lacking ? `${stage.name} (needs: ${lacking})` : stage.name,
      outcome,
      Math.round((Date.now() - start) / 1000)
    );
    if (outcome.failed > 0 || lacking) {
      broken.add(stage.name);
    }
    for (const key of Object.keys(total)) {
      total[key] += outcome[key];
    }
  }
  const { passed, failed, skipped } = total;
  const rest = skipped ? `, ${skipped} skipped` : '';
  console.log(`${passed} passed, ${failed} failed${rest}`);
  return failed > 0 || passed === 0 ? 1 : 0;
}
