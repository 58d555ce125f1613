/** What is remembered on a reader's own device, and sent nowhere. A browser may refuse. */

export function onDevice(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Whether it could be kept; null forgets it. Other tabs hear of it by themselves, this one here. */
export function keepOnDevice(key: string, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    return false;
  }
  dispatchEvent(new Event("storage"));
  return true;
}

/** A page that Back brings again may have missed one. */
const changes = ["storage", "pageshow"];

export function onDeviceChange(changed: () => void): () => void {
  for (const change of changes) addEventListener(change, changed);
  return () => {
    for (const change of changes) removeEventListener(change, changed);
  };
}
