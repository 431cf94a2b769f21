/**
 * What failed, a line or more for each thing that did; without the trace, which is of the tool and not of the cause.
 * @param {unknown} error
 * @returns {string}
 */
export function wordsOf(error) {
  if (error instanceof AggregateError) return error.errors.map(wordsOf).join('\n');
  return error instanceof Error ? error.message : String(error);
}
