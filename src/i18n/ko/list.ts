import type { RoomListMessages } from '../list-messages.js';
import { apiErrors } from './errors-api.js';

const states: Readonly<Record<string, string>> = {
  SCHEDULED: '예정',
  CANCELLED: '취소됨',
  LIVE: '진행 중',
  LIVE_INACTIVE: '대기 중',
  ENDED: '종료됨',
  STARTED: '진행 중',
  ACTIVE: '진행 중',
  ARCHIVED: '보관됨',
};

const types: Readonly<Record<string, string>> = {
  BROADCAST_RTMP: '방송',
  WEBINAR: '웨비나',
  VIDEO_SURVEILLANCE: '영상 관제',
};

/** 서비스가 나중에 추가하는 상수도 읽을 수 있게 합니다. */
const readable = (constant: string): string =>
  constant.charAt(0) + constant.slice(1).toLowerCase().replaceAll('_', ' ');

/** Frame and content in one: they are needed at the same time. */
export const ko: RoomListMessages = {
  heading: '회의실',
  create: '새 회의실',
  search: '회의실 검색',
  state: '상태',
  anyState: '모든 상태',
  stateName: (state) =>
    (Object.hasOwn(states, state) ? states[state] : undefined) ?? readable(state),
  sort: '정렬',
  sortName: (sort) =>
    ({
      CREATED_AT_DESC: '최신순',
      CREATED_AT_ASC: '오래된순',
      LAST_MODIFIED_AT_DESC: '최근 변경순',
      LAST_MODIFIED_AT_ASC: '오래전 변경순',
    })[sort],
  loading: '회의실을 불러오는 중…',
  count: (rooms) => `회의실 ${rooms}개`,
  partMissing: '불러오지 못했습니다. 인터넷 연결을 확인한 뒤 다시 시도해 주세요.',
  retry: '다시 시도',

  errors: apiErrors,
  untitled: '제목 없는 회의실',
  locked: '비밀번호 필요',
  notJoinable: (type) =>
    `${(Object.hasOwn(types, type) ? types[type] : undefined) ?? readable(type)}: 여기서는 참여할 수 없음`,
  starts: (when) => `${when} 시작 예정`,
  planned: (when) => `${when} 시작 예정이었음`,
  started: (when) => `${when} 시작`,
  ended: (when) => `${when} 종료`,
  created: (when) => `${when} 생성`,
  edit: (room) => `“${room}” 수정`,
  delete: (room) => `“${room}” 삭제`,
  none: '아직 회의실이 없습니다',
  noneHint: '회의실이 생기면 여기에 표시됩니다.',
  notFound: '검색 결과가 없습니다',
  notFoundHint: '다른 검색어나 다른 상태로 찾아 보세요.',
  clear: '검색 지우기',
  stale: '목록을 새로고침하지 못했습니다. 최신 내용이 아닐 수 있습니다.',
  pages: '페이지',
  previous: '이전',
  next: '다음',
  pageOf: (page, pages) => `${pages}페이지 중 ${page}페이지`,

  createTitle: '새 회의실',
  createSubmit: '회의실 만들기',
  editTitle: '회의실 수정',
  editSubmit: '저장',
  title: '제목',
  description: '설명',
  password: '비밀번호',
  optional: '선택',
  passwordHint: '참여하려면 이 비밀번호가 필요합니다.',
  deleteTitle: (room) => `“${room}” 회의실을 삭제할까요?`,
  deleteText: '모든 사람에게서 회의실이 사라지며, 되돌릴 수 없습니다.',
  deleteSubmit: '회의실 삭제',
  cancel: '취소',
  working: '잠시만 기다려 주세요…',
  createdRoom: (room) => `“${room}” 회의실을 만들었습니다.`,
  updatedRoom: (room) => `“${room}” 회의실을 저장했습니다.`,
  deletedRoom: (room) => `“${room}” 회의실을 삭제했습니다.`,
};
