/** The main video of a room: a shared screen, else the largest video of another participant. */
export function mainVideo(host: HTMLElement): HTMLVideoElement | undefined {
  const stage = host.shadowRoot?.querySelector('ffc-stage') ?? host.querySelector('ffc-stage');
  const tiles = [...(stage?.shadowRoot?.querySelectorAll('ffc-participant-tile') ?? [])];
  const videos = tiles.flatMap((tile) => {
    const video = tile.shadowRoot?.querySelector('video');
    if (!video || video.readyState === HTMLMediaElement.HAVE_NOTHING) return [];
    const isScreen = tile.getAttribute('source') === 'screen_share';
    const area = video.clientWidth * video.clientHeight;
    return [
      { video, weight: area + (isScreen ? 1e9 : 0) - (tile.hasAttribute('local') ? 1e6 : 0) },
    ];
  });
  return videos.sort((a, b) => b.weight - a.weight)[0]?.video;
}
