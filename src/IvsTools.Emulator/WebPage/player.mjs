import { bitRate, byId, element, pairs, show } from './dom.mjs';

// hls.js is a script, not a module.
const { Hls } = window;
const RETRY_AFTER = 2000;
const MOST_CUES = 50;

const video = byId('video');
let hls = null;
let retry = 0;

/** Plays a playback URL, and waits for the stream if the channel is not live. */
export function play(url) {
  stop();
  byId('cues').replaceChildren();
  byId('no-cues').hidden = false;
  if (!Hls.isSupported()) {
    report('This browser cannot play the stream, because it does not support Media Source Extensions.', true);
    return;
  }
  report('Connecting.');
  hls = new Hls({ enableWorker: false, liveSyncDurationCount: 2, backBufferLength: 30 });
  hls.on(Hls.Events.ERROR, (_, error) => failed(url, error));
  hls.on(Hls.Events.MANIFEST_PARSED, () => video.play().catch(() => report('Press play to start.')));
  hls.on(Hls.Events.FRAG_BUFFERED, () => report('Playing.'));
  hls.loadSource(url);
  hls.attachMedia(video);
}

export function stop() {
  clearTimeout(retry);
  hls?.destroy();
  hls = null;
  report('');
  showFacts();
}

/**
 * Shows the state of playback.
 * The latency is the time since the emulator received the picture.
 * clockAhead is the time in milliseconds by which the clock of the emulator is ahead of the clock of the browser.
 */
export function showFacts(clockAhead = 0) {
  const quality = video.getVideoPlaybackQuality();
  const received = hls?.playingDate?.getTime();
  const level = hls?.levels[Math.max(hls.currentLevel, 0)];
  const values = hls && video.videoWidth + video.currentTime > 0 ? [
    ['Size', video.videoWidth > 0 ? `${video.videoWidth} × ${video.videoHeight}` : 'audio'],
    ['Peak', level ? bitRate(level.bitrate) : null],
    ['Latency', received ? `${((Date.now() + clockAhead - received) / 1000).toFixed(1)} s` : null],
    ['Pictures', `${quality.totalVideoFrames} (${quality.droppedVideoFrames} dropped)`],
  ] : [];
  show(byId('playback'), values, () => pairs(values));
}

function report(text, isBad = false) {
  byId('status').textContent = text;
  byId('status').className = isBad ? 'bad' : '';
}

function failed(url, error) {
  // hls.js repeats a failed request. After status 403, this is useless, because a rejected session cannot play again.
  if (!error.fatal && error.response?.code !== 403) return;
  const rejection = readRejection(error.networkDetails?.responseText);
  if (rejection?.error_code === 'stream_not_found') {
    stop();
    report(`${rejection.error}. The player waits for the stream.`);
    retry = setTimeout(() => play(url), RETRY_AFTER);
    return;
  }
  stop();
  report(rejection ? `Rejected: ${rejection.error}` : `Playback failed: ${error.details}`, true);
}

// The response to a rejected playback request is a JSON array with one error.
function readRejection(text) {
  try {
    return JSON.parse(text)[0];
  } catch {
    return null;
  }
}

video.addEventListener('ended', () => report('The stream has ended.'));
video.textTracks.addEventListener('addtrack', ({ track }) => {
  if (track.kind !== 'metadata') return;
  track.mode = 'hidden';
  track.addEventListener('cuechange', () => {
    for (const cue of track.activeCues) addCue(cue);
  });
});

const seen = new WeakSet();

function addCue(cue) {
  if (seen.has(cue) || cue.value?.key !== 'TXXX') return;
  seen.add(cue);
  const cues = byId('cues');
  cues.prepend(element('li', null, element('span', { class: 'soft' }, `${cue.startTime.toFixed(2)} s`), cue.value.data));
  while (cues.children.length > MOST_CUES) cues.lastChild.remove();
  byId('no-cues').hidden = true;
}
