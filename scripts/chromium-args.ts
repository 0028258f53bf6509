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

/**
 * What Playwright turns off by itself, as ours replaces its list, and the address bar that is a page
 * of its own: each window would load one, which takes longer than a small page of ours.
 */
const withoutFeatures = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxPopup',
];

/** How tests start Chromium by Playwright. Other drivers turn the address bar off by themselves. */
export const playwrightArgs = [...chromiumArgs, `--disable-features=${withoutFeatures.join(',')}`];
