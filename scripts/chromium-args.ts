const fakeCamera = '--use-fake-device-for-media-stream';

/**
 * The arguments for Chromium in tests: it may run as root, connects only to the page's servers, has
 * a fake camera and microphone, and shows no prompts.
 */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  fakeCamera,
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  // For tests of garbage collection.
  '--js-flags=--expose-gc',
];

/**
 * The features that Playwright disables by default, because this list replaces Playwright's. The
 * list adds the address bar, which is a page: each window would load one, and that takes longer
 * than a small test page.
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

/**
 * The arguments for Chromium with Playwright. Other drivers disable the address bar by default. Calls
 * with several browsers get fewer frames from each camera, because all of them share two cores.
 */
export const playwrightArgs = [
  ...chromiumArgs.map((arg) => (arg === fakeCamera ? `${fakeCamera}=fps=10` : arg)),
  `--disable-features=${withoutFeatures.join(',')}`,
];
