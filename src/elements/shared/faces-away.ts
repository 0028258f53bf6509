/** Whether a video is from a phone's camera that looks away from its person: no mirror, then. */
export function facesAway(video: HTMLVideoElement | null): boolean {
  const stream = video?.srcObject;
  if (typeof MediaStream === 'undefined' || !(stream instanceof MediaStream)) return false;
  return stream.getVideoTracks()[0]?.getSettings().facingMode === 'environment';
}
