import type { TokenProvider } from 'ffc-elements';

/** Set by the build: `ng build --define FFC_ENDPOINT="'http://127.0.0.1:7801'"`. */
declare const FFC_ENDPOINT: string;

/** The service: `sandbox`, `production`, or the URL that a local sandbox prints. */
export const endpoint = FFC_ENDPOINT;

/** Requests the token of the signed-in member from your backend. */
export const fetchToken: TokenProvider = async ({ signal }) => {
  const answer = await fetch('/ffc/token', { method: 'POST', signal });
  if (!answer.ok) throw new Error(`The backend answered ${answer.status}.`);
  return (await answer.json()) as { accessToken: string };
};
