import type { TokenProvider } from 'ffc-elements';

/** `ng build --define FFC_ENDPOINT="'http://127.0.0.1:7801'"` gives it another value. */
declare const FFC_ENDPOINT: string;

/** Where the service is: `sandbox`, `production`, or the address that a local sandbox prints. */
export const endpoint = FFC_ENDPOINT;

/** Asks your backend, which knows who is signed in, for the token of that member. */
export const fetchToken: TokenProvider = async ({ signal }) => {
  const answer = await fetch('/ffc/token', { method: 'POST', signal });
  if (!answer.ok) throw new Error(`The backend answered ${answer.status}.`);
  return (await answer.json()) as { accessToken: string };
};
