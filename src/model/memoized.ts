/** `make`, called once for each object: the result is kept for as long as the object. */
export function memoized<Key extends object, Value>(
  make: (key: Key) => Value,
): (key: Key) => Value {
  const results = new WeakMap<Key, Value>();
  return (key) => {
    if (!results.has(key)) results.set(key, make(key));
    return results.get(key) as Value;
  };
}
