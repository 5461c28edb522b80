/** Reads the name of the first failed test out of a runner's JSON report. */

interface VitestReport {
  testResults: {
    message: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

export function failedTest(report: string): string | undefined {
  const { testResults } = JSON.parse(report) as VitestReport;
  const failed = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .find(({ status }) => status === 'failed');
  // A file that failed before its tests has a message alone.
  return failed?.fullName ?? testResults.find(({ message }) => message)?.message.split('\n')[0];
}

interface Suite {
  title: string;
  suites?: Suite[];
  specs: { ok: boolean; title: string }[];
}

export function failedSpec(report: string): string | undefined {
  const names = ({ title, specs, suites = [] }: Suite): string[] => [
    ...specs.filter(({ ok }) => !ok).map((spec) => `${title} ${spec.title}`),
    ...suites.flatMap(names),
  ];
  try {
    return (JSON.parse(report) as { suites: Suite[] }).suites.flatMap(names)[0];
  } catch {
    return undefined;
  }
}
