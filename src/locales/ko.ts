/**
 * 모든 한국어 문구.
 *
 * 빌드가 패널 문구를 따로 나누므로, 목록은 통화 패널의 문구를 불러오지 않습니다
 * (`scripts/split-words.ts`).
 *
 * 이름 뒤에는 ‘님’이 오므로 어느 방향으로 쓰는 이름이든 문장의 순서가 바뀌지 않습니다. ‘님’ 없이
 * 이름을 늘어놓는 곳에서만 `isolate()`를 씁니다.
 */
import { isolate } from '../i18n/isolate.js';
import type { RoomListFilterMessages, RoomListFormMessages } from '../i18n/list-messages.js';
import type { RoomPanelMessages } from '../i18n/panel-messages.js';
import type { AllRoomMessages, FailureMessages } from '../i18n/room-messages.js';
import type { AllErrorMessages, ErrorMessages, Without } from '../i18n/types.js';

/** 비디오룸에서 생길 수 있는 모든 문제. */
export const errors = {
  retryAfter: (distance) => `${distance('ko')}에 다시 시도해 주세요.`,
  'missing-endpoint': {
    title: '연결할 서비스가 설정되지 않았습니다',
    remedy: '개발자 안내: 이 요소에 endpoint 속성을 추가해 주세요.',
  },
  'invalid-endpoint': {
    title: '서비스 주소가 올바르지 않습니다',
    remedy: '개발자 안내: endpoint에는 “sandbox”, “production” 또는 https 주소를 넣어 주세요.',
  },
  'missing-token-source': {
    title: '로그인 정보가 설정되지 않았습니다',
    remedy: '개발자 안내: tokenProvider나 token-url 속성을 설정해 주세요.',
  },
  'invalid-token-url': {
    title: '로그인 주소가 올바르지 않습니다',
    remedy: '개발자 안내: token-url은 이 사이트의 주소여야 합니다.',
  },
  'invalid-rooms-url': {
    title: '비디오룸 주소가 올바르지 않습니다',
    remedy: '개발자 안내: rooms-url은 이 사이트의 주소여야 합니다.',
  },
  'token-provider-failed': {
    title: '로그인하지 못했습니다',
    remedy: '인터넷 연결을 확인하고 다시 시도하거나, 이 페이지에 다시 로그인해 주세요.',
  },
  'token-invalid': {
    title: '로그인하지 못했습니다',
    remedy: '페이지를 새로고침해 주세요. 계속되면 운영자에게 문의해 주세요.',
  },
  'token-rejected': {
    title: '로그인이 만료되었습니다',
    remedy: '이 페이지에 다시 로그인한 뒤 여기서 다시 시도해 주세요.',
  },
  network: {
    title: '서비스에 연결할 수 없습니다',
    remedy: '인터넷 연결을 확인한 뒤 다시 시도해 주세요.',
  },
  timeout: {
    title: '서비스 응답이 지연되고 있습니다',
    remedy: '잠시 후 다시 시도해 주세요.',
  },
  'rate-limited': {
    title: '요청이 너무 많습니다',
    remedy: '잠시 후 다시 시도해 주세요.',
  },
  'server-error': {
    title: '서비스에 문제가 생겼습니다',
    remedy: '일시적인 문제입니다. 잠시 후 다시 시도해 주세요.',
  },
  'invalid-request': {
    title: '요청을 처리하지 못했습니다',
    remedy: '입력한 내용을 확인하고 다시 시도해 주세요.',
  },
  'invalid-response': {
    title: '서비스 응답을 처리하지 못했습니다',
    remedy: '다시 시도해 주세요. 계속되면 운영자에게 문의해 주세요.',
  },
  forbidden: {
    title: '권한이 없습니다',
    remedy: '비디오룸 소유자에게 문의하거나 다른 계정으로 로그인해 주세요.',
  },
  'not-found': {
    title: '더 이상 존재하지 않습니다',
    remedy: '삭제되었거나 주소가 잘못되었을 수 있습니다.',
  },
  'room-not-found': {
    title: '존재하지 않는 비디오룸입니다',
    remedy: '삭제되었거나 링크가 잘못되었을 수 있습니다.',
  },
  unknown: {
    title: '문제가 발생했습니다',
    remedy: '다시 시도해 주세요. 계속되면 페이지를 새로고침해 주세요.',
  },
  'invalid-room-id': {
    title: '올바른 링크가 아닙니다',
    remedy: '받은 링크를 확인해 주세요.',
  },
  'unsupported-room-type': {
    title: '여기에서는 열 수 없는 비디오룸입니다',
    remedy:
      '화상회의가 아닌 방송 등 다른 유형의 비디오룸입니다. 참여 방법은 초대한 분께 문의해 주세요.',
  },
  broadcast: {
    title: '방송입니다',
    remedy: '화상회의로 참여할 수 없습니다. 방송이 제공되는 곳에서 시청해 주세요.',
  },
  'invalid-state': {
    title: '지금은 할 수 없습니다',
  },
  'load-failed': {
    title: '페이지의 일부를 불러오지 못했습니다',
    remedy: '인터넷 연결을 확인하고 다시 시도하거나 페이지를 새로고침해 주세요.',
  },
  aborted: {
    title: '취소되었습니다',
  },
  'wrong-password': {
    title: '비밀번호가 맞지 않습니다',
    remedy: '다시 입력하거나 초대한 분에게 확인해 주세요.',
  },
  'media-server-unreachable': {
    title: '화상회의에 연결할 수 없습니다',
    remedy: '인터넷 연결, VPN, 방화벽을 확인한 뒤 다시 시도해 주세요.',
  },
  'media-token-rejected': {
    title: '화상회의에 입장하지 못했습니다',
    remedy: '다시 참여해 주세요.',
  },
  'connection-lost': {
    title: '연결이 끊어졌습니다',
    remedy: '인터넷 연결을 확인한 뒤 다시 참여해 주세요.',
  },
  'duplicate-identity': {
    title: '다른 기기에서 참여 중입니다',
    remedy: '다른 탭이나 기기에서 화상회의가 계속됩니다.',
  },
  removed: {
    title: '비디오룸에서 퇴장되었습니다',
    remedy: '잘못된 조치라고 생각되면 진행자에게 문의해 주세요.',
  },
  'room-ended': {
    title: '화상회의가 종료되었습니다',
  },
  'publish-failed': {
    title: '내 소리나 영상을 보내지 못했습니다',
    remedy: '마이크나 카메라를 껐다가 다시 켜 주세요.',
  },
  'publish-forbidden': {
    title: '이 비디오룸에서는 보낼 권한이 없습니다',
    remedy: '권한이 필요하면 진행자에게 문의해 주세요.',
  },
  'send-failed': {
    title: '보내지 못했습니다',
    remedy: '다시 시도해 주세요.',
  },
  'subscribe-failed': {
    title: '다른 참여자의 소리나 영상을 받지 못했습니다',
    remedy: '자동으로 복구되지 않으면 나갔다가 다시 참여해 주세요.',
  },
  'device-denied': {
    title: '장치 접근이 차단되어 있습니다',
    remedy: '주소창 옆의 사이트 설정에서 허용한 뒤 다시 켜 주세요.',
  },
  'device-not-found': {
    title: '장치를 찾을 수 없습니다',
    remedy: '장치를 연결하거나 다른 장치를 선택해 주세요.',
  },
  'device-in-use': {
    title: '다른 앱이 장치를 사용하고 있습니다',
    remedy: '다른 앱을 닫은 뒤 다시 켜 주세요.',
  },
  'device-unsupported': {
    title: '이 브라우저는 화상회의를 지원하지 않습니다',
    remedy: '최신 버전의 Chrome, Edge, Firefox, Safari에서 https로 접속해 주세요.',
  },
  'device-blocked-by-page': {
    title: '이 페이지에서는 장치를 사용할 수 없습니다',
    remedy: '페이지 운영자가 페이지나 프레임의 정책에서 허용해야 합니다.',
  },
  'device-failed': {
    title: '장치를 시작하지 못했습니다',
    remedy: '장치를 뺐다가 다시 연결하거나 다른 장치를 선택해 주세요.',
  },
  'device-stopped': {
    title: '장치가 멈췄습니다',
    remedy: '다시 켜거나 다른 장치를 선택해 주세요.',
  },
} as const satisfies AllErrorMessages;

const deviceNames = { microphone: '마이크', camera: '카메라', speaker: '스피커' };

const another = '다른 창이나 탭을 선택해 다시 시도해 주세요.';

const screenErrors: Partial<ErrorMessages> = {
  'device-denied': {
    title: '화면 공유가 차단되어 있습니다',
    remedy: '브라우저와 운영 체제의 설정에서 화면 공유를 허용해 주세요.',
  },
  'device-not-found': { title: '공유할 화면을 찾을 수 없습니다', remedy: another },
  'device-in-use': {
    title: '지금은 화면을 캡처할 수 없습니다',
    remedy: '다른 화면 녹화 프로그램을 닫고 다시 시도해 주세요.',
  },
  'device-unsupported': {
    title: '이 브라우저에서는 화면을 공유할 수 없습니다',
    remedy: '컴퓨터에서 최신 브라우저를 사용해 주세요.',
  },
  'device-blocked-by-page': {
    title: '이 페이지에서는 화면을 공유할 수 없습니다',
    remedy: errors['device-blocked-by-page'].remedy,
  },
  'device-failed': {
    title: '화면 공유를 시작하지 못했습니다',
    remedy: '다시 시도해 주세요.',
  },
  'device-stopped': { title: '화면 공유가 중단되었습니다', remedy: another },
};

// 세 이름 모두 모음으로 끝나므로 조사는 언제나 ‘를’과 ‘가’입니다.
const deviceTitles = (device: string): Partial<Record<string, string>> => ({
  'device-denied': `${device} 접근이 차단되어 있습니다`,
  'device-not-found': `${device}를 찾을 수 없습니다`,
  'device-in-use': `다른 앱에서 ${device}를 사용하고 있습니다`,
  'device-unsupported': `이 브라우저에서는 ${device}를 사용할 수 없습니다`,
  'device-failed': `${device}를 시작하지 못했습니다`,
  'device-stopped': `${device}가 멈췄습니다`,
  'device-blocked-by-page': `이 페이지에서는 ${device}를 사용할 수 없습니다`,
});

export const deviceError: FailureMessages['deviceError'] = (reason, device) => {
  if (device === 'screen') return screenErrors[reason];
  const title = deviceTitles(deviceNames[device])[reason];
  return title ? { ...(errors as ErrorMessages)[reason], title } : undefined;
};

const states: Readonly<Record<string, string>> = {
  SCHEDULED: '예정',
  CANCELLED: '취소됨',
  LIVE: '진행 중',
  LIVE_INACTIVE: '참여 가능',
  ENDED: '종료됨',
  STARTED: '진행 중',
  ACTIVE: '진행 중',
  ARCHIVED: '보관됨',
};

const roles: Readonly<Record<string, string>> = {
  OPERATOR: '호스트',
  MEMBER: '멤버',
  HOST: '화상회의 진행자',
  CONTRIBUTOR: '발표자',
  AUDIENCE: '청중',
  GUEST: '게스트',
};

const reactions: Readonly<Record<string, string>> = {
  'thumbs-up': '좋아요',
  clap: '박수',
  heart: '하트',
  laugh: '웃음',
  surprise: '놀람',
  party: '축하',
};

const accessLevels: Readonly<Record<string, string>> = {
  PUBLIC: '전체 공개',
  MEMBER: '멤버 전용',
  RESTRICTED: '허용된 사람만',
  PRIVATE: '비공개',
};

const types: Readonly<Record<string, string>> = {
  VIDEO_CONFERENCE: '화상회의',
  INTERACTIVE_MEETING: '인터랙티브 미팅',
  BROADCAST_RTMP: '방송',
  WEBINAR: '웨비나',
  VIDEO_SURVEILLANCE: '영상 관제',
};

/** 서비스가 나중에 추가하는 상수도 읽을 수 있게 합니다. */
const readable = (constant: string): string =>
  constant.charAt(0) + constant.slice(1).toLowerCase().replaceAll('_', ' ');

/** 모르는 상수는 한국어 화면에 영어로 나오지 않게 합니다. */
const knownWord = (words: Readonly<Record<string, string>>, constant: string): string =>
  (Object.hasOwn(words, constant) ? words[constant] : undefined) ?? '기타';

const wordFor = (words: Readonly<Record<string, string>>, constant: string): string =>
  (Object.hasOwn(words, constant) ? words[constant] : undefined) ?? readable(constant);

/** “3분 전에”, “어제”, “방금”. */
const at = (when: string): string =>
  when === '지금' ? '방금' : when.endsWith('전') ? `${when}에` : when;

/** 비디오룸 목록. */
export const list: Without<RoomListFormMessages & RoomListFilterMessages> = {
  copyLink: (room) => `“${room}” 링크 복사`,
  filters: '필터',
  allOf: (filter) => `${filter}: 전체`,
  owner: '소유자',
  ownRooms: '내 비디오룸',
  heading: '비디오룸',
  create: '새 비디오룸',
  search: '비디오룸 검색',
  state: '상태',
  anyState: '모든 상태',
  stateName: (state) => knownWord(states, state),
  sort: '정렬',
  sortName: (sort) =>
    ({
      CREATED_AT_DESC: '최신순',
      CREATED_AT_ASC: '오래된순',
      LAST_MODIFIED_AT_DESC: '최근 수정순',
      LAST_MODIFIED_AT_ASC: '오래된 수정순',
    })[sort],
  loading: '비디오룸을 불러오는 중…',
  count: (rooms) => `비디오룸 ${rooms.toLocaleString('ko')}개`,
  partMissing: '불러오지 못했습니다. 인터넷 연결을 확인한 뒤 다시 시도해 주세요.',
  retry: '다시 시도',

  untitled: '제목 없는 비디오룸',
  locked: '비밀번호 필요',
  accessName: (level) => knownWord(accessLevels, level),
  notJoinable: (type) => `${knownWord(types, type)}: 여기서는 참여할 수 없음`,
  starts: (when) => `${when} 시작 예정`,
  planned: (when) => `${when} 시작 예정이었음`,
  started: (when) => `${at(when)} 시작됨`,
  ended: (when) => `${at(when)} 종료됨`,
  created: (when) => `${at(when)} 생성됨`,
  edit: (room) => `“${room}” 수정`,
  delete: (room) => `“${room}” 삭제`,
  none: '아직 비디오룸이 없습니다',
  noneHint: '비디오룸이 여기에 표시됩니다.',
  createHint: '새 비디오룸을 만들어 화상회의를 시작해 보세요.',
  notFound: '검색 결과가 없습니다',
  notFoundHint: '다른 검색어나 상태로 찾아보세요.',
  clear: '검색 지우기',
  stale: '목록을 새로고침하지 못했습니다. 최신 내용이 아닐 수 있습니다.',
  previous: '이전',
  next: '다음',
  pageOf: (page, pages) => `${pages}페이지 중 ${page}페이지`,

  createTitle: '새 비디오룸',
  createSubmit: '비디오룸 만들기',
  createForbidden: '비디오룸을 만들 권한이 없습니다. 운영자에게 문의해 주세요.',
  createAndJoin: '만들고 참여하기',
  editTitle: '비디오룸 수정',
  editSubmit: '저장',
  title: '제목',
  description: '설명',
  password: '비밀번호',
  optional: '선택',
  passwordHint: '참여할 때 이 비밀번호가 필요합니다.',
  showPassword: '비밀번호 표시',
  newPassword: '새 비밀번호',
  keepPassword: '비워 두면 현재 비밀번호가 유지됩니다.',
  removePassword: '비밀번호 없애기',
  moreOptions: '추가 설정',
  startsAt: '시작 시간',
  startsAtInvalid: '앞으로의 날짜와 시간을 선택해 주세요.',
  access: '참여할 수 있는 사람',
  type: '유형',
  typeName: (type) => knownWord(types, type),
  approval: '호스트가 승인해야 입장',
  recording: '자동 녹화',
  deleteTitle: (room) => `“${room}” 비디오룸을 삭제할까요?`,
  deleteText: '모든 참여자가 더 이상 이용할 수 없으며, 되돌릴 수 없습니다.',
  deleteSubmit: '비디오룸 삭제',
  cancel: '취소',
  creating: '만드는 중…',
  saving: '저장 중…',
  deleting: '삭제 중…',
  createdRoom: (room) => `“${room}” 비디오룸을 만들었습니다.`,
  updatedRoom: (room) => `“${room}” 비디오룸을 저장했습니다.`,
  deletedRoom: (room) => `“${room}” 비디오룸을 삭제했습니다.`,
};

const people = (count: number): string => `${count}명`;
const who = (names: readonly string[], count: number): string =>
  count > names.length ? people(count) : names.map((name) => `${name} 님`).join(', ');

/** 비디오룸과 화상회의. */
export const room: Without<AllRoomMessages> = {
  untitledRoom: '제목 없는 비디오룸',
  idleTitle: '비디오룸을 선택해 주세요',
  idleText: '비디오룸을 선택하면 여기에 열립니다.',
  loading: '비디오룸을 여는 중…',
  connecting: '참여하는 중…',
  reconnectingSignal: '연결이 불안정합니다. 다시 연결하는 중…',
  reconnectingFull: '연결이 끊어졌습니다. 다시 연결하는 중…',
  nothingComesIn: '영상이 들어오지 않고 있습니다. 인터넷 연결을 확인해 주세요.',
  leftTitle: '화상회의에서 나왔습니다',
  notJoinedTitle: '참여하지 않았습니다',
  leftText: (room) => `“${room}” 비디오룸에 언제든 다시 참여할 수 있습니다.`,
  endedTitle: (kind) =>
    kind === 'cancelled'
      ? '화상회의가 취소되었습니다'
      : kind === 'host-left'
        ? '진행자가 나갔습니다'
        : '화상회의가 종료되었습니다',
  endedText: (kind, room) =>
    ({
      cancelled: `“${room}” 화상회의는 열리지 않습니다.`,
      over: `“${room}” 화상회의가 끝나 더 이상 참여할 수 없습니다.`,
      'host-left': `“${room}” 화상회의가 모두에게 종료되었습니다.`,
      'for-everyone': `“${room}” 화상회의가 모두에게 종료되었습니다.`,
    })[kind],
  duplicateTitle: '다른 기기에서 참여 중입니다',
  duplicateText: '다른 탭이나 기기에서 화상회의가 계속됩니다.',
  removedTitle: '비디오룸에서 퇴장되었습니다',
  removedText: '잘못된 조치라고 생각되면 진행자에게 문의해 주세요.',
  rejoin: '다시 참여',
  useHere: '이 기기에서 참여',
  backToRooms: '비디오룸 목록으로',
  failedWhile: {
    page: '페이지에서 화상회의를 준비하는 중에 발생했습니다.',
    'sign-in': '로그인하는 중에 발생했습니다.',
    service: '서비스에서 비디오룸 정보를 불러오는 중에 발생했습니다.',
    signalling: '화상회의에 연결하는 중에 발생했습니다.',
    media: '소리와 영상을 주고받는 중에 발생했습니다.',
    device: '카메라, 마이크 또는 스피커를 사용하는 중에 발생했습니다.',
  },
  details: '자세히',
  copyReport: '보고서 복사',
  reportCopied: '보고서를 복사했습니다.',
  reportSelected: '보고서를 선택했습니다. 키보드나 메뉴로 복사해 주세요.',
  tryAgain: '다시 시도',
  cancel: '취소',
  leaveQuestion: '이 화상회의에서 나갈까요?',
  leaveQuestionText: '다른 비디오룸을 열면 지금 화상회의에서 나가게 됩니다.',
  stayInCall: '머무르기',
  switchRoom: '이동하기',
  dismiss: '닫기',
  soundOff: '브라우저에서 소리 재생을 차단했습니다.',
  turnOnSound: '소리 켜기',
  peopleCount: (count) => `참여자 ${people(count)}`,
  recording: '녹화 중',
  recordingStarted: '이 화상회의는 녹화되고 있습니다.',
  recordingStopped: '녹화가 중지되었습니다.',

  scheduledTitle: '아직 시작 전인 화상회의입니다',
  scheduledText: '이 페이지를 열어 두면 시작할 때 바로 참여할 수 있습니다.',
  startsIn: '시작까지 남은 시간',
  addToCalendar: '캘린더에 추가',
  waitingTitle: '호스트의 승인을 기다리는 중',
  waitingText: (room) =>
    `“${room}” 비디오룸의 호스트에게 참여를 요청했습니다. 승인되면 바로 참여합니다.`,
  refusedTitle: '참여가 승인되지 않았습니다',
  refusedText: (room) => `“${room}” 비디오룸의 호스트가 참여를 승인하지 않았습니다.`,
  askAgain: '다시 요청',

  passwordTitle: '비밀번호가 필요한 비디오룸입니다',
  passwordText: (room) => `“${room}” 비디오룸의 비밀번호를 입력해 주세요.`,
  password: '비밀번호',
  passwordSubmit: '계속',
  passwordChecking: '확인하는 중…',
  passwordRejected: (attempts) =>
    attempts === 1
      ? '비밀번호가 맞지 않습니다. 다시 입력해 주세요.'
      : `비밀번호가 ${attempts}번 맞지 않았습니다. 대소문자와 띄어쓰기를 확인하고, 계속되면 초대한 분에게 문의해 주세요.`,
  showPassword: '비밀번호 표시',
  passwordMissing: '비밀번호를 입력해 주세요.',

  preview: '내 카메라',
  previewCameraOff: '카메라가 꺼져 있습니다',
  previewCameraStarting: '카메라를 켜는 중…',
  permissionWaiting: '브라우저에서 요청하면 카메라와 마이크 사용을 허용해 주세요.',
  greeting: (name) => `안녕하세요, ${name} 님`,
  yourName: '이름',
  yourNamePlaceholder: '다른 참여자에게 보이는 이름',
  join: '참여하기',
  recordingConsent: '이 화상회의는 녹화됩니다. 참여하면 녹화에 동의하게 됩니다.',
  joinRecorded: '동의하고 참여',
  joinWithout: (device) =>
    `${{ microphone: '마이크', camera: '카메라', both: '마이크와 카메라' }[device]} 없이도 참여할 수 있습니다.`,

  controls: '화상회의 도구',
  microphone: '마이크',
  camera: '카메라',
  speaker: '스피커',
  screenShare: '화면 공유',
  layout: '레이아웃',
  devices: '오디오 및 비디오',
  audioOptions: '오디오 옵션',
  videoOptions: '비디오 옵션',
  flipCamera: '카메라 전환',
  more: '더보기',
  chat: '채팅',
  openChat: '채팅 열기',
  closeChat: '채팅 닫기',
  waitingPeople: (count) => `승인 대기 ${count}명`,
  unreadMessages: (count) => `읽지 않음 ${count}개`,
  people: '참여자',
  openPeople: '참여자 보기',
  closePeople: '참여자 숨기기',
  captions: '자막',
  turnCaptionsOn: '자막 켜기',
  turnCaptionsOff: '자막 끄기',
  settings: '설정',
  openSettings: '설정 열기',
  closeSettings: '설정 닫기',
  raiseHand: '손들기',
  lowerHand: '손 내리기',
  reactions: '반응',
  reactionName: (name) => wordFor(reactions, name),
  leave: '나가기',
  turnMicrophoneOn: '마이크 켜기',
  turnMicrophoneOff: '마이크 끄기',
  turnCameraOn: '카메라 켜기',
  turnCameraOff: '카메라 끄기',
  startScreenShare: '화면 공유 시작',
  stopScreenShare: '화면 공유 중지',
  notInCall: '먼저 화상회의에 참여해 주세요',
  unnamedDevice: (kind, number) => `${kind} ${number}`,
  findingDevices: '장치를 찾는 중…',
  noDevice: '없음',

  nameOfSelf: (name) => `${name} (나)`,
  screenOf: (name) => `${name} 님의 화면`,
  yourScreen: '내 화면',
  microphoneOff: '마이크 꺼짐',
  cameraOff: '카메라 꺼짐',
  speaking: '말하는 중',
  quality: {
    excellent: '연결 상태: 매우 좋음',
    good: '연결 상태: 좋음',
    poor: '연결 상태: 나쁨',
    lost: '연결 상태: 끊김',
    unknown: '연결 상태: 알 수 없음',
  },
  stage: '화상회의 참여자',
  waitingForOthers: '다른 참여자가 없습니다',
  pageOf: (page, pages) => `${pages}페이지 중 ${page}페이지`,
  previousPage: '이전 페이지',
  nextPage: '다음 페이지',
  tile: {
    nobody: '아직 아무도 없습니다',
    sharingScreen: '내 화면을 공유하고 있습니다',
    startsToShare: (name) => `${name} 님이 화면 공유를 시작하고 있습니다…`,
    role: (role) => wordFor(roles, role),
    hand: (place) => `손듦, ${place}번째`,
    stalled: '영상이 멈췄습니다',
    noRoom: (id) => `이 페이지에 id가 “${id}”인 비디오룸이 없습니다.`,
  },

  selfJoined: (count) =>
    `참여했습니다. ${count ? `${people(count)}이 참여 중입니다` : '다른 참여자가 없습니다'}`,
  joined: (names, count) => `${who(names, count)}이 참여했습니다`,
  left: (names, count) => `${who(names, count)}이 나갔습니다`,
  muted: (name) => `${name} 님이 마이크를 껐습니다`,
  unmuted: (name) => `${name} 님이 마이크를 켰습니다`,
  pausedSharing: (name, on) => `${name} 님이 화면 공유를 ${on ? '일시 중지' : '재개'}했습니다`,
  handsRaised: (names, count) => `${who(names, count)}이 손을 들었습니다`,
  reacted: (name, reaction) => `${name} 님의 반응: ${reaction}`,
  mutedBy: (name) => `${name} 님이 내 마이크를 껐습니다`,
  reconnected: '다시 연결되었습니다',
};

/** 패널처럼 나중에 불러오는 화면. */
export const panels: RoomPanelMessages = {
  startsIn: (time) => `${time} 후 시작`,
  startsNow: '지금 시작',
  openHere: '열려 있음',
  inCall: '참여 중',
  layoutAutomatic: '자동',
  layoutAutomaticNow: (layout) => `자동 (현재: ${layout})`,
  layoutGrid: '그리드',
  layoutFixedGrid: '고정 그리드',
  layoutScroll: '스크롤',
  layoutFocused: '포커스',
  speaksElsewhere: (name) => `다른 페이지에서 ${name} 님이 말하고 있습니다`,
  speaksOutOfSight: (name) => `${name} 님이 말하고 있습니다`,
  tileActions: (name) => `${name} 님 작업`,
  mutedForMe: '나만 음소거함',
  selfMove: '내 영상을 다음 모서리로 옮기기',
  selfMinimize: '내 영상 작게 보기',
  selfRestore: '내 영상 보기',
  zoomIn: '확대',
  zoomOut: '축소',
  zoomReset: (percent) => `${percent}: 원래 크기로`,
  sharePaused: '화면 공유를 일시 중지했습니다',
  pauseShare: '일시 중지',
  resumeShare: '재개',
  hideStrip: '참여자 숨기기',
  showStrip: '참여자 보기',
  closePanel: '닫기',
  loadingPanel: '불러오는 중…',
  chatLog: '메시지',
  chatEmptyTitle: '아직 메시지가 없습니다',
  chatEmptyText: '여기에 쓰는 내용은 비디오룸의 모든 참여자가 볼 수 있습니다.',
  chatLoading: '메시지를 불러오는 중…',
  chatStale: '오프라인일 수 있습니다. 최신 메시지가 빠져 있을 수 있습니다.',
  chatWrite: '모두에게 메시지 보내기',
  chatSend: '보내기',
  chatHint: 'Enter 키로 보내고 Shift+Enter 키로 줄을 바꿉니다.',
  chatLeft: (characters) => (characters < 0 ? `${-characters}자 초과` : `${characters}자 남음`),
  chatSending: '보내는 중…',
  chatFailed: '보내지 못했습니다.',
  chatDiscard: '삭제',
  chatOperator: '호스트',
  chatCopy: '텍스트 복사',
  chatCopied: '복사됨',
  chatShowMore: '더 보기',
  chatNewest: (unread) => (unread ? `새 메시지 ${unread}개` : '최신 메시지로 이동'),
  peopleSearch: '참여자 검색',
  peopleNone: (query) => `“${query}” 참여자가 없습니다`,
  peopleFound: (count) => `${count}명 찾음`,
  peopleObservers: (names) => `참관 중: ${names.map(isolate).join(', ')}`,
  peopleMicrophoneOn: '마이크 켜짐',
  peopleCameraOn: '카메라 켜짐',
  peopleSharing: '화면 공유 중',
  peopleActions: (name) => `${name} 님 작업`,
  peoplePin: '크게 보기',
  peopleUnpin: '크게 보기 해제',
  peopleAskToMute: '마이크 끄기',
  peopleMuteAll: '모두 마이크 끄기',
  peopleEnd: '모두에게 종료',
  peopleMakeHost: '호스트로 지정',
  peopleMakeMember: '멤버로 변경',
  peopleRemove: '퇴장',
  peopleQuestion: (action, name) =>
    ({
      host: `${name} 님을 호스트로 지정할까요? 다른 참여자도 관리할 수 있게 됩니다.`,
      member: `${name} 님의 호스트 권한을 해제할까요?`,
      remove: `${name} 님을 퇴장시킬까요? 다시 참여할 수 없습니다.`,
      'mute-all': '다른 모든 참여자의 마이크를 끌까요? 각자 다시 켤 수 있습니다.',
      end: '화상회의를 모두에게 종료할까요?',
    })[action],
  peopleCancel: '취소',
  fullScreen: '전체 화면',
  exitFullScreen: '전체 화면 종료',
  pictureInPicture: 'PIP 모드',
  exitPictureInPicture: '화상회의를 이 페이지로 되돌리기',
  callElsewhere: '화상회의가 별도의 창에서 진행 중입니다.',
  powerSaving: '컴퓨터가 처리하기 어려워 영상을 일시 중지했습니다. 소리는 계속 들립니다.',
  powerUndo: '영상 보기',
  leaveOptions: '나가기 옵션',
  personVolume: '내게 들리는 음량',
  personMuteForMe: '나만 음소거',
  personUnmuteForMe: '나만 음소거 해제',
  personFullScreen: '전체 화면',
  personExitFullScreen: '전체 화면 종료',
  waitingList: '승인 대기',
  waitingNews: (names, count) =>
    count > names.length
      ? `${count}명이 참여를 요청했습니다`
      : `${names.map((name) => `${name} 님`).join(', ')}이 참여를 요청했습니다`,
  waitingAdmit: '승인',
  waitingAdmitName: (name) => `${name} 님 승인`,
  waitingAdmitAll: '모두 승인',
  waitingRefuse: '거절',
  waitingRefuseName: (name) => `${name} 님 거절`,
  waitingShow: '보기',
  prejoinLevel: '마이크 음량',
  prejoinTestSpeaker: '스피커 테스트',
  prejoinTesting: (speaker) =>
    speaker ? `“${speaker}”에서 소리를 재생하는 중` : '스피커에서 소리를 재생하는 중',
  prejoinTestFailed: '소리를 재생하지 못했습니다. 다른 스피커를 선택해 주세요.',
  prejoinPermissionHelp: (browser) =>
    ({
      chrome: '주소 왼쪽 아이콘을 눌러 카메라와 마이크를 켠 뒤 다시 시도해 주세요.',
      firefox: '주소 왼쪽의 차단된 카메라 아이콘을 눌러 차단을 해제한 뒤 다시 시도해 주세요.',
      safari: 'Safari 메뉴의 ‘이 웹사이트 설정’에서 허용한 뒤 다시 시도해 주세요.',
      ios: '설정 앱에서 브라우저의 카메라와 마이크를 허용한 뒤 다시 시도해 주세요.',
      android: '주소 왼쪽 아이콘의 ‘권한’에서 허용한 뒤 다시 시도해 주세요.',
      other: '브라우저 설정에서 카메라와 마이크를 허용한 뒤 다시 시도해 주세요.',
    })[browser],
  prejoinFrameHelp:
    '바깥 페이지가 권한을 전달하지 않습니다. 개발자 안내: iframe에 allow="camera; microphone; display-capture; autoplay"를 추가해 주세요.',
  prejoinTryDevices: '다시 시도',
  prejoinCheck: '연결 확인',
  prejoinChecking: '확인하는 중…',
  prejoinStage: (stage) =>
    ({
      service: '서비스',
      signalling: '화상회의 서버',
      media: '소리와 영상',
      turn: '중계 서버(TURN)',
    })[stage],
  prejoinResult: (result) =>
    ({ passed: '정상', failed: '실패', skipped: '확인 안 함', waiting: '…' })[result],
  prejoinCheckPassed: '연결 상태가 좋습니다.',
  prejoinCheckPartly: '서비스는 정상입니다. 나머지는 참여할 때 확인됩니다.',
  prejoinCheckFailed: (stage) =>
    ({
      service: '서비스에 들어가지 못했습니다. 인터넷 연결을 확인하거나 다시 로그인해 주세요.',
      signalling: '화상회의 서버에 연결할 수 없습니다. 방화벽이나 VPN이 막고 있을 수 있습니다.',
      media: '소리와 영상을 주고받을 수 없습니다. 방화벽이나 VPN이 UDP를 막고 있을 수 있습니다.',
      turn: '중계 서버에 연결할 수 없습니다. 여기에서는 그대로 참여할 수 있을지도 모릅니다.',
    })[stage],
  hereNow: (names, count) => {
    const others = count - names.length;
    if (names.length === 0) return `${count}명이 참여 중입니다`;
    const known = names.map((name) => `${name} 님`);
    return others > 0
      ? `${known.join(', ')} 외 ${others}명이 참여 중입니다`
      : `${new Intl.ListFormat('ko').format(known)}이 참여 중입니다`;
  },
  hereNobody: '아직 아무도 없습니다',
  captionsLog: '대화 기록',
  captionsNone: '아직 기록된 내용이 없습니다. 자막을 보려면 이 화상회의에 음성 기록이 필요합니다.',
  captionsShowMore: '더 보기',
  settingsDevices: '장치',
  settingsPicture: '영상과 소리',
  settingsMirror: '내 영상 좌우 반전',
  settingsCaptions: '자막 표시',
  settingsCaptionSize: '자막 크기',
  settingsSize: (size) => ({ small: '작게', medium: '보통', large: '크게' })[size],
  settingsSounds: '알림음',
  settingsSoundsHint: '다섯 명까지, 참여·퇴장·손들기·메시지를 소리로 알립니다.',
  settingsShortcuts: '키보드 단축키',
  settingsLayout: '레이아웃',
  settingsComings: '참여·퇴장을 채팅에 표시',
  settingsLanguage: '화상회의 언어',
  settingsPageLanguage: '이 페이지와 같게',
  settingsLanguageFixed: '이 페이지가 화상회의 언어를 정합니다.',
  settingsKept: '이 브라우저에 저장된 정보',
  settingsKeptKey: (key) =>
    ({
      'ffc-elements:devices': '선택한 장치',
      'ffc-elements:choices': '마지막 비디오룸의 마이크, 카메라, 이름',
      'ffc-elements:settings': '이 설정',
      'ffc-elements:effects': '배경 흐림과 소음 억제',
    })[key] ?? key,
  settingsKeptNone: '없습니다.',
  settingsClear: '모두 지우기',
  settingsClearQuestion: '모두 지울까요? 다음 화상회의는 처음 상태로 시작합니다.',
  settingsKeep: '그대로 두기',
  settingsCleared: '모두 지웠습니다.',
  effectName: (name) =>
    ({ 'background-blur': '배경 흐리게', 'noise-suppression': '소음 억제' })[name],
  effectProblem: (problem) =>
    problem === 'blocked-by-policy'
      ? '이 페이지에서는 사용할 수 없습니다.'
      : problem === 'no-webgl'
        ? '사용하려면 브라우저에서 하드웨어 가속을 켜 주세요.'
        : '이 브라우저에서는 사용할 수 없습니다. 다른 브라우저나 최신 브라우저를 사용해 주세요.',
  effectStarting: '시작하는 중…',
  effectFailed: '시작하지 못해 껐습니다. 연결을 확인하고 다시 시도해 주세요.',
  sharing: (name, on) => `${name} 님이 화면 공유를 ${on ? '시작' : '중지'}했습니다`,
  turnedOff: (device) => `${device}가 꺼졌습니다`,
  shareStopped: '내 화면 공유가 중지되었습니다',
  microphoneSilent: '마이크 소리가 들리지 않습니다. 다른 마이크를 선택해 보세요.',
  retryIn: (seconds) => `${seconds}초 후 다시 시도합니다`,
  hostLeft: (name, hosts) =>
    hosts.length > 0
      ? `${name} 님이 나갔습니다. 지금 진행자는 ${hosts.map(isolate).join(', ')} 님입니다.`
      : `진행자 ${name} 님이 나갔습니다. 화상회의는 계속됩니다.`,
  connectionTitle: '연결 상태',
  connectionAdvice: (quality) =>
    ({
      excellent: '소리와 화면이 잘 전달됩니다.',
      good: '소리와 화면이 충분히 전달됩니다.',
      poor: '소리가 끊길 수 있습니다. 카메라를 끄거나 공유기에 더 가까이 가세요.',
      lost: '아무것도 전달되지 않습니다. 네트워크를 확인하세요.',
      unknown: '아직 측정하지 않았습니다.',
    })[quality],
  connectionDelay: '서버까지의 지연',
  connectionLoss: '손실',
  connectionSent: '보내기',
  connectionReceived: '받기',
  connectionWay: '경로',
  connectionWayName: (way) =>
    ({ udp: '직접 연결 (UDP)', tcp: '직접 연결 (TCP)', relay: '중계 서버 경유' })[way],
  connectionUnknown: '알 수 없음',
  connectionSize: '해상도',
  connectionFrames: '초당 프레임',
  connectionCodec: '코덱',
  connectionOthers: (names, count) =>
    count === 0
      ? '다른 참여자의 연결은 좋습니다.'
      : `${count > names.length ? `${count}명` : names.map(isolate).join(', ')} 님의 연결이 좋지 않습니다.`,
  connectionClose: '닫기',
  callDuration: '화상회의 시간',
  lockedRoom: '비밀번호가 있는 비디오룸',
  encryptedCall: '종단 간 암호화',
  copyInvite: '초대 링크 복사',
  inviteCopied: '링크를 복사했습니다',
  inviteNotCopied: '링크를 복사하지 못했습니다',
  shareInvite: '공유',
  youAreMuted: '마이크가 꺼져 있어 다른 참여자에게 들리지 않습니다.',
  unmute: '마이크 켜기',
  shortcutsTitle: '키보드 단축키',
  shortcutsHint: '포커스가 화상회의 안에 있을 때 작동합니다.',
  shortcutsClose: '닫기',
  shortcutHelp: '이 목록',
  shortcutPushToTalk: '누르는 동안 말하기',
  holdKey: (key) => `${key} 길게 누르기`,
};
