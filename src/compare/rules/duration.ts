import type { SpanRule } from './text-rule';

/** `3.2 s`, `1min 3s`, `0:00:01.5`. */
const AMOUNT =
  /(?:\d[\d.,]{0,30} ?(?:ns|[uµμ]s|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h)\b ?){1,4}|\d{1,4}:\d\d(?::\d\d)?(?:\.\d{1,9})?\b/
    .source;

/** Words that tell how long the code itself took. */
const WORDS =
  /\b(?:elapsed|took|runtime|(?:(?:wall|cpu|run|running|execution|elapsed|total|training|fit(?:ting)?|inference|computation|computing|processing|prediction|loading|compilation)[ _-]?times?)|(?:done|finished|completed|ran|loaded|built|trained|fitted|processed|executed|computed)(?: \w{1,20}){0,4} in)\b/
    .source;

/** How long the code took, in a line that says so. */
export const duration: SpanRule = {
  id: 'duration',
  label: 'how long something took',
  blind:
    'It cannot tell the time that code took from a time that it worked out, where both are called the same.',
  kind: 'span',
  pattern: new RegExp(
    [
      /^(?:CPU times|Wall time): [^\n]{1,200}$/.source,
      /^[\d.,]{1,12} ?(?:ns|[uµμ]s|ms|s|min)(?: \d{1,3} ?s)? (?:±|\+-) [^\n]{1,80} per loop [^\n]{1,120}$/
        .source,
      /^\d{1,9} loops, best of \d{1,4}: [\d.]{1,12} [^\n]{1,20} per loop$/
        .source,
      `(?=\\d)(?<=${WORDS}[^\\n\\w]{0,20}(?:(?:time|was|is|of|about|only|for)[^\\n\\w]{1,5}){0,2})(?:${AMOUNT})`,
      `(?=\\d)(?<=${WORDS}[ \\t]{0,4}(?:\\((?:s|sec|seconds|ms)\\))?[ \\t]{0,4}[:=][ \\t]{0,10})\\d{1,9}\\.\\d{1,20}\\b`
    ].join('|'),
    'gim'
  ),
  accepts: () => true
};
