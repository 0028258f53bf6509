import type { TokenProvider } from 'ffc-elements';

/** The service: `sandbox`, `production`, or the URL that a local sandbox prints. */
export const endpoint: string = process.env.NEXT_PUBLIC_FFC_ENDPOINT ?? 'sandbox';

/** Requests the token of the signed-in member from your backend. */
export const fetchToken: TokenProvider = async ({ signal }) => {
  const answer = await fetch('/ffc/token', { method: 'POST', signal });
  if (!answer.ok) throw new Error(`The backend answered ${answer.status}.`);
  return (await answer.json()) as { accessToken: string };
};
