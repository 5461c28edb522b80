/** The fragment of the page's address. One that is no valid escape (`#100%`) is taken as it is. */
export function currentFragment(): string {
  const fragment = location.hash.slice(1);
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
