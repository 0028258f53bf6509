import type { RoomListFrameMessages } from '../list-messages.js';

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

export const ko: RoomListFrameMessages = {
  heading: '회의실',
  create: '새 회의실',
  search: '회의실 검색',
  state: '상태',
  anyState: '모든 상태',
  stateName: (state) => (Object.hasOwn(states, state) ? states[state] : undefined) ?? state,
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
};
