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
  '--use-fake-device-for-media-stream',
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

/** The arguments for Chromium with Playwright. Other drivers disable the address bar by default. */
export const playwrightArgs = [...chromiumArgs, `--disable-features=${withoutFeatures.join(',')}`];
