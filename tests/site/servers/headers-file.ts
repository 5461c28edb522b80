/**
 * Reads a `_headers` file as static hosts do: all rules that match an address add up, `*` stands
 * for the rest. Throws where two rules give one header, which hosts would join with a comma.
 */
export function parseHeadersFile(text: string): (address: string) => Record<string, string> {
  const rules = text
    .split('\n\n')
    .map((block) => block.trim().split('\n'))
    .map(([path = '', ...lines]) => ({
      path,
      headers: lines.map((line) => /^\s+([\w-]+): (.+)$/.exec(line)?.slice(1) ?? ['', line]),
    }));
  return (address) => {
    const told: Record<string, string> = {};
    for (const { path, headers } of rules) {
      const matches = path.endsWith('*') ? address.startsWith(path.slice(0, -1)) : path === address;
      if (!matches) continue;
      for (const [name = '', value = ''] of headers) {
        const key = name.toLowerCase();
        if (key in told) throw new Error(`${address}: ${name} is given twice`);
        told[key] = value;
      }
    }
    return told;
  };
}
