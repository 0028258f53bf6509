import type { TryOut } from './settings.js';

export type Language = 'en' | 'ko';

/** The page's own words; the elements bring theirs. */
export interface Words {
  readonly whoAreYou: string;
  readonly whoAreYouHint: string;
  readonly secondTab: (name: string) => string;
  readonly switchUser: string;
  readonly signedInAs: (name: string) => string;
  readonly language: string;
  readonly theme: string;
  readonly themeName: Readonly<Record<'light' | 'dark' | 'auto', string>>;
  readonly tryOut: string;
  readonly tryOutName: Readonly<Record<TryOut, string>>;
  readonly board: string;
  readonly boardHint: string;
  readonly events: string;
  readonly noEvents: string;
  readonly webhooks: string;
  readonly noWebhooks: string;
  readonly noCalls: string;
  readonly noSandbox: string;
  readonly noKey: string;
}

export const words: Readonly<Record<Language, Words>> = {
  en: {
    whoAreYou: 'Who are you?',
    whoAreYouHint: 'Each tab is one person. Open a second tab as somebody else to call yourself.',
    secondTab: (name) => `Open a second tab as ${name}`,
    switchUser: 'Switch to',
    signedInAs: (name) => `Signed in as ${name}`,
    language: 'Language',
    theme: 'Theme',
    themeName: { light: 'Light', dark: 'Dark', auto: 'Automatic' },
    tryOut: 'Try',
    tryOutName: {
      'invite-url': 'Link to copy in the header',
      'power-saver': 'Pause videos on a slow computer',
      'data-saver': 'Save data',
      screen: 'Whiteboard in the main place',
      layout: 'Layout of this page',
    },
    board: 'Whiteboard',
    boardHint: 'An element of the page. Only you see what you write here.',
    events: 'Events',
    noEvents: 'What the elements tell the page shows up here.',
    webhooks: 'Webhooks',
    noWebhooks:
      'What the service tells the app’s backend, as people join and leave, shows up here.',
    noCalls: 'Calls cannot connect',
    noSandbox: 'The sandbox does not answer. Is it still running?',
    noKey: 'This address has no key that opens the room. Ask for a new one.',
  },
  ko: {
    whoAreYou: '누구로 들어갈까요?',
    whoAreYouHint:
      '탭 하나가 한 사람입니다. 다른 사람으로 탭을 하나 더 열면 혼자서도 통화할 수 있습니다.',
    secondTab: (name) => `${name} 님으로 새 탭 열기`,
    switchUser: '사용자 바꾸기',
    signedInAs: (name) => `${name} 님으로 로그인함`,
    language: '언어',
    theme: '테마',
    themeName: { light: '밝게', dark: '어둡게', auto: '자동' },
    tryOut: '사용해 보기',
    tryOutName: {
      'invite-url': '통화 위쪽에 링크 복사 버튼',
      'power-saver': '느린 컴퓨터에서 영상 멈추기',
      'data-saver': '데이터 절약',
      screen: '가운데에 화이트보드',
      layout: '이 페이지의 레이아웃',
    },
    board: '화이트보드',
    boardHint: '페이지의 요소입니다. 여기에 쓴 내용은 나에게만 보입니다.',
    events: '이벤트',
    noEvents: '요소가 페이지에 알리는 이벤트가 여기에 표시됩니다.',
    webhooks: '웹훅',
    noWebhooks: '사람들이 들어오고 나갈 때 서비스가 앱의 백엔드에 알리는 내용이 여기에 표시됩니다.',
    noCalls: '통화를 연결할 수 없습니다',
    noSandbox: '샌드박스가 응답하지 않습니다. 실행 중인지 확인하세요.',
    noKey: '이 주소에는 룸을 열 수 있는 키가 없습니다. 새 주소를 받으세요.',
  },
};
