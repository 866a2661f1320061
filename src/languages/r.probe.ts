// The whole source of the R probe, ready to be sent to IRkernel as one silent request.
import type { Probe, ProbeLimits } from './language';
import { rOwnPackages } from './r-own-packages';
import { rCodeSource } from './r-probe-code';
import { rEnvironmentsSource } from './r-probe-environments';
import { rFactsSource } from './r-probe-facts';
import { rReportsSource } from './r-probe-reports';
import { rRepositorySource } from './r-probe-repository';
import { rSourcesSource } from './r-probe-sources';
import { rStillSource } from './r-probe-still';
import { rSurroundingsSource } from './r-probe-surroundings';
import { rValuesSource } from './r-probe-values';
import { rWritingSource } from './r-probe-writing';

const COMM_ID = 'jupyterlab-retrace-probe-1';
const USUAL_MS = 20;

/** One expression that binds no name: what it defines lives in the function that IRkernel's executor goes on to call. */
function sourceWithin(seconds: number): string {
  return `base::invisible((function() {
  self <- base::tryCatch(base::get('.self', envir = base::environment(base::readline), inherits = FALSE), error = function(e) NULL)
  if (base::is.null(self) || !base::is.function(self$send_response)) base::stop('This kernel is not IRkernel.')
  greet <- base::attr(self$send_response, 'greet')
  if (!base::is.null(greet)) return(greet(self$current_request))
  COMM_ID <- '${COMM_ID}'
  BUDGET <- ${seconds}
  SIZE_LIMIT <- 8e6
  HASH_LIMIT <- 16e6
  BASE <- base::c(${[...rOwnPackages].map(name => `'${name}'`).join(', ')})
  original <- self$send_response
  now <- function() base::proc.time()[[3L]]
  # The processor's time, so that a busy machine does not empty the report; the wall clock bounds it.
  limit <- function(seconds) {
    time <- base::proc.time()
    base::c(time[[1L]] + time[[2L]], time[[3L]]) + base::c(1, 4) * seconds
  }
  is_over <- function(until) {
    time <- base::proc.time()
    time[[1L]] + time[[2L]] > until[[1L]] || time[[3L]] > until[[2L]]
  }
  base::local({${rWritingSource}${rValuesSource}${rEnvironmentsSource}${rSurroundingsSource}${rFactsSource}${rStillSource}${rRepositorySource}${rSourcesSource}${rCodeSource}${rReportsSource}}, envir = base::list2env(base::list(
    self = self, original = original, now = now, limit = limit, is_over = is_over, COMM_ID = COMM_ID, BUDGET = BUDGET, SIZE_LIMIT = SIZE_LIMIT, HASH_LIMIT = HASH_LIMIT, BASE = BASE
  ), parent = base::asNamespace('stats')))
})())`;
}

/** The probe with limits other than the usual ones. */
export function rProbeWith({ budgetMs }: ProbeLimits): Probe {
  const milliseconds = Number.isFinite(budgetMs)
    ? Math.min(1000, Math.max(2, budgetMs))
    : USUAL_MS;
  return {
    source: sourceWithin(milliseconds / 1000),
    commId: COMM_ID,
    countLead: 1,
    within: rProbeWith
  };
}

/** Reports an R kernel's packages once, and after each execution what it did to the global environment. */
export const rProbe: Probe = rProbeWith({ budgetMs: USUAL_MS });
