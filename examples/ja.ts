/**
 * A custom language. A complete language has all words of `src/locales/en.ts`. Missing words are
 * shown in English, and the console names them.
 *
 * ```js
 * registerLocale('ja', () => import('./ja.js'));
 * ```
 */
import type { PartialLocale } from 'ffc-elements/parts';

export const room = {
  idleTitle: '会議室を選んでください',
  loading: '会議室を開いています…',
  tryAgain: 'もう一度試す',
  connecting: '参加しています…',
  rejoin: 'もう一度参加する',
  join: '参加する',
  controls: '通話の操作',
  microphone: 'マイク',
  camera: 'カメラ',
  speaker: 'スピーカー',
  screenShare: '画面を共有',
  devices: 'デバイス',
  leave: '退出',
  turnMicrophoneOn: 'マイクをオンにする',
  turnMicrophoneOff: 'マイクをオフにする',
  turnCameraOn: 'カメラをオンにする',
  turnCameraOff: 'カメラをオフにする',
  notInCall: '先に通話に参加してください',
  nameOfSelf: (name) => `${name}（自分）`,
} satisfies PartialLocale['room'];

export const list = {
  heading: '会議室',
  loading: '会議室を読み込んでいます…',
  count: (rooms) => `会議室 ${rooms}件`,
} satisfies PartialLocale['list'];
