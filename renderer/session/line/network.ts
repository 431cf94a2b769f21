/** Follows what the browser says of the network; returns what ends it. Silent where there is no window. */
export function followNetwork(relayUrl: string, heard: { lost(): void; back(): void }): () => void {
  if (typeof window === 'undefined') return () => {};
  // A relay on this very machine is reached without any network.
  const lost = () => {
    if (!isLoopback(relayUrl)) heard.lost();
  };
  const back = () => heard.back();
  window.addEventListener('offline', lost);
  window.addEventListener('online', back);
  return () => {
    window.removeEventListener('offline', lost);
    window.removeEventListener('online', back);
  };
}

export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
