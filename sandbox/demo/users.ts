import type { AppUser } from '../app/users.js';

/** The people of the demo app. `pageUrl` (ending in a slash) is the folder of their pictures. */
export function demoUsers(pageUrl: string): readonly AppUser[] {
  const picture = (appUserId: string): string =>
    new URL(`portraits/${appUserId}.svg`, pageUrl).href;
  return [
    {
      appUserId: 'mina',
      appUserName: 'Mina Kim',
      appUserProfileImgUrl: picture('mina'),
      role: 'host',
    },
    {
      appUserId: 'jun',
      appUserName: 'Jun Park',
      appUserProfileImgUrl: picture('jun'),
      role: 'host',
    },
    { appUserId: 'alex', appUserName: 'Alex Rivera', role: 'guest' },
    { appUserId: 'sara', appUserName: 'Sara Haddad', role: 'guest' },
  ];
}
