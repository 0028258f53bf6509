import type { RoomMessages } from '../room-messages.js';
import type { AllErrorMessages, ErrorMessages } from '../types.js';
import { apiErrors } from './errors-api.js';

/** 회의실에서 생길 수 있는 모든 문제. */
export const errors = {
  ...apiErrors,
  'invalid-room-id': {
    title: '올바른 회의실이 아닙니다',
    remedy: '회의실 번호나 주소가 잘못되었습니다. 받은 링크를 확인해 주세요.',
  },
  'unsupported-room-type': {
    title: '여기에서는 열 수 없는 회의실입니다',
    remedy: '화상 회의가 아닌 방송이나 다른 종류의 회의실입니다.',
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
    title: '통화 서버에 연결할 수 없습니다',
    remedy: '인터넷 연결, VPN, 방화벽을 확인한 뒤 다시 시도해 주세요.',
  },
  'media-token-rejected': {
    title: '통화 서버가 입장을 허용하지 않았습니다',
    remedy: '다시 시도하면 새로 입장할 수 있습니다.',
  },
  'connection-lost': {
    title: '연결이 끊어졌습니다',
    remedy: '인터넷 연결을 확인한 뒤 다시 참여해 주세요.',
  },
  'duplicate-identity': {
    title: '다른 곳에서 참여했습니다',
    remedy: '다른 탭이나 기기에서 통화가 계속됩니다.',
  },
  removed: {
    title: '회의실에서 내보내졌습니다',
    remedy: '착오라고 생각되면 진행자에게 문의해 주세요.',
  },
  'room-ended': {
    title: '통화가 종료되었습니다',
  },
  'publish-failed': {
    title: '내 소리나 화면을 보내지 못했습니다',
    remedy: '껐다가 다시 켜 주세요.',
  },
  'publish-forbidden': {
    title: '이 룸에서는 보낼 권한이 없습니다',
    remedy: '권한이 필요하면 진행자에게 문의해 주세요.',
  },
  'subscribe-failed': {
    title: '다른 참가자의 소리나 화면을 받지 못했습니다',
    remedy: '저절로 돌아오지 않으면 나갔다가 다시 참여해 주세요.',
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
    title: '이 브라우저에서는 사용할 수 없습니다',
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
  'device-not-found': { title: '공유할 화면이 없습니다', remedy: another },
  'device-in-use': { title: '지금은 이 화면을 공유할 수 없습니다', remedy: another },
  'device-unsupported': {
    title: '이 브라우저에서는 화면을 공유할 수 없습니다',
    remedy: '컴퓨터에서 최신 브라우저를 사용해 주세요.',
  },
  'device-blocked-by-page': {
    title: '이 페이지에서는 화면을 공유할 수 없습니다',
    remedy: errors['device-blocked-by-page'].remedy,
  },
  'device-failed': { title: '화면을 공유하지 못했습니다', remedy: another },
  'device-stopped': { title: '화면 공유가 중단되었습니다', remedy: another },
};

export const deviceError: RoomMessages['deviceError'] = (reason, device) => {
  if (device === 'screen') return screenErrors[reason];
  const name = deviceNames[device];
  switch (reason) {
    case 'device-denied':
      return { title: `${name} 접근이 차단되어 있습니다`, remedy: errors['device-denied'].remedy };
    case 'device-not-found':
      return { title: `${name} 없음`, remedy: errors['device-not-found'].remedy };
    case 'device-in-use':
      return {
        title: `다른 앱에서 사용 중인 장치: ${name}`,
        remedy: errors['device-in-use'].remedy,
      };
    case 'device-failed':
      return { title: `시작하지 못한 장치: ${name}`, remedy: errors['device-failed'].remedy };
    case 'device-stopped':
      return { title: `멈춘 장치: ${name}`, remedy: errors['device-stopped'].remedy };
    case 'device-blocked-by-page':
      return {
        title: `이 페이지에서 사용할 수 없는 장치: ${name}`,
        remedy: errors['device-blocked-by-page'].remedy,
      };
    default:
      return undefined;
  }
};
