/** The used members of Trusted Types, which not every browser has. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

type Policy = ReturnType<TrustedTypes['createPolicy']>;

let policy: Policy | undefined;

/**
 * Runs a classic script of an effect. Pages that demand Trusted Types get it through a policy named
 * `ffc-elements`, because the library that needs the script has none.
 */
export async function loadScript(url: string): Promise<void> {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('ffc-elements', { createScriptURL: (given) => given });
  const script = document.createElement('script');
  script.src = policy?.createScriptURL(url) ?? url;
  try {
    await new Promise((resolve, reject) => {
      script.addEventListener('load', resolve);
      script.addEventListener('error', () => reject(new TypeError('A script did not load.')));
      document.head.append(script);
    });
  } finally {
    script.remove();
  }
}
