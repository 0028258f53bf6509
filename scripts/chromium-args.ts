/**
 * How tests start Chromium: it may run as root, talks to nobody but the page's servers, has a
 * camera and a microphone of its own invention, and asks no person for anything.
 */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  // For tests that nothing keeps what is over.
  '--js-flags=--expose-gc',
];
