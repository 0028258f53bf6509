import type { ErrorMessages } from '../types.js';

/** 통화 밖에서 생길 수 있는 문제: 설정, 회원 토큰, REST. */
export const apiErrors = {
  retryAfter: (distance) => `${distance('ko')}에 다시 시도해 주세요.`,
  'missing-endpoint': {
    title: '어떤 서비스를 사용할지 설정되지 않았습니다',
    remedy: '페이지 제작자: 이 요소에 endpoint 속성을 추가해 주세요.',
  },
  'invalid-endpoint': {
    title: '서비스 주소가 올바르지 않습니다',
    remedy: '페이지 제작자: endpoint에는 “sandbox”, “production” 또는 https 주소를 넣어 주세요.',
  },
  'missing-token-source': {
    title: '로그인 정보가 설정되지 않았습니다',
    remedy: '페이지 제작자: tokenProvider나 token-url 속성을 설정해 주세요.',
  },
  'invalid-token-url': {
    title: '로그인 주소가 올바르지 않습니다',
    remedy: '페이지 제작자: token-url은 이 사이트의 주소여야 합니다.',
  },
  'invalid-rooms-url': {
    title: '방 주소가 올바르지 않습니다',
    remedy: '페이지 제작자: rooms-url은 이 사이트의 주소여야 합니다.',
  },
  'token-provider-failed': {
    title: '로그인하지 못했습니다',
    remedy: '인터넷 연결을 확인하고 다시 시도하거나, 이 페이지에 다시 로그인해 주세요.',
  },
  'token-invalid': {
    title: '로그인하지 못했습니다',
    remedy: '페이지가 올바른 토큰을 주지 않았습니다. 새로고침하거나 운영자에게 알려 주세요.',
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
    title: '서비스의 응답이 너무 늦습니다',
    remedy: '잠시 후 다시 시도해 주세요.',
  },
  'rate-limited': {
    title: '지금은 요청이 너무 많습니다',
    remedy: '잠시 후 다시 시도해 주세요.',
  },
  'server-error': {
    title: '서비스에 문제가 생겼습니다',
    remedy: '사용자 쪽 문제가 아닙니다. 잠시 후 다시 시도해 주세요.',
  },
  'invalid-request': {
    title: '서비스가 요청을 받아들이지 않았습니다',
    remedy: '입력한 내용을 확인해 주세요. 계속되면 페이지 관리자에게 알려 주세요.',
  },
  'invalid-response': {
    title: '서비스의 응답을 이해할 수 없습니다',
    remedy: '다시 시도해 주세요. 계속되면 이 페이지의 운영자에게 알려 주세요.',
  },
  forbidden: {
    title: '권한이 없습니다',
    remedy: '회의실 소유자에게 문의하거나 다른 계정으로 로그인해 주세요.',
  },
  'not-found': {
    title: '더 이상 존재하지 않습니다',
    remedy: '삭제되었거나 주소가 잘못되었을 수 있습니다.',
  },
  'room-not-found': {
    title: '존재하지 않는 회의실입니다',
    remedy: '삭제되었거나 링크가 잘못되었을 수 있습니다.',
  },
  unknown: {
    title: '문제가 발생했습니다',
    remedy: '다시 시도해 주세요. 계속되면 페이지를 새로고침해 주세요.',
  },
} as const satisfies ErrorMessages;
