/** The JSON report of an npm script's test runner, written only while `npm test` sums them. */
export const reportOf = (script: string) => `test-results/${script.replace(':', '-')}.json`;

export const reporting = process.env.TEST_REPORTS !== undefined;
