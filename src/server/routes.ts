import { roomRoutes, type Route } from '../api/routes.js';

const members = '/v2/apps/me/members';

/** Every call of the server API that this kit makes. */
export const routes = {
  upsertMember: { method: 'POST', path: members },
  updateMember: { method: 'PATCH', path: `${members}/{member}` },
  listMembers: { method: 'GET', path: members },
  getMember: { method: 'GET', path: `${members}/{member}` },
  deleteMembers: { method: 'DELETE', path: `${members}/{member}` },
  login: { method: 'POST', path: `${members}/login` },
  // Each call registers a new member, so it is not retried after a lost answer.
  loginAsGuest: { method: 'POST', path: `${members}/login-as-guest`, idempotent: false },
  ...roomRoutes('/v2/apps/me/video-rooms'),
  // Below the member API's path, though it takes the app's credentials. This follows the service's
  // SDK, not its guides.
  issueRtcToken: {
    method: 'POST',
    path: '/v2/members/me/video-rooms/{id}/members/{member}/web-rtc-tokens',
  },
  // Assumed: the operation is published (setCallbackApi), its path is not.
  registerCallback: { method: 'PUT', path: '/v2/apps/me/callback-api' },
} as const satisfies Record<string, Route>;
