import { bitRate, byId, dateAndTime, element, pairs, show, time } from './dom.mjs';
import { play, showFacts, stop } from './player.mjs';

const REFRESH_AFTER = 2000;

let overview = null;
let selected = null;

// The time in milliseconds by which the clock of the emulator is ahead of the clock of the browser.
let clockAhead = 0;

async function refresh() {
  try {
    const response = await fetch('overview', { headers: { Accept: 'application/json' } });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    overview = await response.json();
    clockAhead = Date.parse(overview.time) - Date.now();
    byId('connection').textContent = '';
    render();
  } catch (error) {
    byId('connection').textContent = `The emulator does not respond: ${error.message}`;
  }
  showFacts(clockAhead);
  setTimeout(refresh, REFRESH_AFTER);
}

function render() {
  byId('region').textContent = overview.region;
  byId('account').textContent = overview.accountId;
  byId('clock').textContent = dateAndTime(overview.time);
  byId('channel-count').textContent = countOfChannels();
  byId('no-channels').hidden = overview.channelCount > 0;
  show(byId('channels'), [overview.channels, selected], () => overview.channels.map(channelRow));
  show(byId('requests'), overview.requests, () => overview.requests.map(requestRow));
  show(byId('encoders'), overview.encoders, () => overview.encoders.map(encoderEvent));
  byId('no-encoders').hidden = overview.encoders.length > 0;
  show(byId('faults'), overview.faults, () => overview.faults.map(fault => element('li', null, describeFault(fault))));
  byId('no-faults').hidden = overview.faults.length > 0;
  const settings = [
    ['Latency', overview.settings.latencyMs > 0 ? `${overview.settings.latencyMs} ms` : null],
    ['Requests per second', overview.settings.requestsPerSecond],
    ['Pending verification', overview.settings.pendingVerification ? 'yes' : null],
    ['Viewer country', overview.settings.viewerCountry],
  ];
  show(byId('settings'), settings, () => pairs(settings));
  renderSelected();
}

// If there are many channels, the emulator returns only some of them, with the live channels first.
function countOfChannels() {
  const { channelCount: all, channels: { length: shown } } = overview;
  return all === 0 ? '' : shown < all ? `(${shown} of ${all})` : `(${all})`;
}

function channelRow(channel) {
  const isSelected = channel.arn === selected;
  const choose = element('button', { type: 'button', 'aria-pressed': isSelected, 'data-key': channel.arn }, 'Watch');
  choose.setAttribute('aria-label', `Watch ${channel.name || idOf(channel.arn)}`);
  choose.addEventListener('click', () => select(channel.arn));
  const { stream, media } = channel;
  return element(
    'tr', null,
    element(
      'td', null,
      element('span', { class: 'name' }, channel.name || idOf(channel.arn)),
      element('span', { class: 'soft' }, [channel.authorized ? 'private' : 'public', ...scopeOf(channel)].join(', '))),
    element(
      'td', null,
      element('span', { class: stream ? 'badge live' : 'badge' }, stream ? stream.state : 'not live'),
      stream ? element('span', { class: 'soft' }, stream.health) : null,
      stream ? element('span', { class: 'soft' }, `since ${time(stream.startTime)}`) : null),
    element('td', null, media ? describeMedia(media) : element('span', { class: 'soft' }, stream ? 'simulated' : '–')),
    element('td', null, choose));
}

function describeMedia(media) {
  const size = media.width ? `${media.width} × ${media.height}` : 'audio';
  const rate = media.frameRate > 0 ? `, ${media.frameRate} fps` : '';
  return element('span', null, size, element('span', { class: 'soft' }, `${bitRate(media.bitRate)}${rate}, ${media.codecs}`));
}

function requestRow(request) {
  const status = request.status === 0 ? 'dropped' : String(request.status);
  return element(
    'tr', null,
    element('td', { class: request.status >= 200 && request.status < 400 ? 'good' : 'bad' }, status),
    element('td', { class: request.operation ? 'name' : 'path' }, request.operation ?? `${request.method} ${request.path}`),
    element('td', { class: 'id' }, element('code', null, request.requestId)));
}

function encoderEvent(event) {
  const channel = overview.channels.find(found => found.arn === event.channelArn);
  const name = channel?.name || (event.channelArn ? idOf(event.channelArn) : 'unknown channel');
  return element(
    'li', null,
    element('span', { class: event.action === 'Rejected' ? 'bad' : 'good' }, event.action),
    ` ${name}, ${event.isSecure ? 'RTMPS' : 'RTMP'}, ${time(event.time)}`,
    element('span', { class: 'soft' }, event.message ?? ''));
}

function describeFault(fault) {
  const calls = fault.times === null ? 'every call' : fault.times === 1 ? 'the next call' : `the next ${fault.times} calls`;
  const what = fault.code ? `${fault.code} (${fault.status})` : fault.break;
  const after = fault.after > 0 ? `, after ${fault.after} successful ${fault.after === 1 ? 'call' : 'calls'}` : '';
  const chance = fault.probability < 1 ? `, with probability ${fault.probability}` : '';
  return `${fault.operation ?? 'Any operation'}: ${what} for ${calls}${after}${chance}`;
}

function select(arn) {
  if (arn === selected) return;
  stop();
  selected = arn;
  byId('token').value = '';
  byId('cues').replaceChildren();
  byId('no-cues').hidden = false;
  render();
  byId('watch').scrollIntoView({ block: 'nearest' });
}

function renderSelected() {
  const channel = overview.channels.find(found => found.arn === selected);
  byId('watch').hidden = !channel;
  byId('no-channel').hidden = Boolean(channel);
  if (!channel) {
    if (selected !== null) stop();
    selected = null;
    return;
  }
  byId('player-title').textContent = channel.name || idOf(channel.arn);
  byId('token').disabled = !channel.authorized;
  byId('token-hint').textContent = channel.authorized
    ? 'The channel is private. Paste the Token property of the New-IvsViewerToken output. The default view masks the token.'
    : 'The channel is public, so it plays without a token.';
  const details = [
    ['ARN', channel.arn], ['Region', channel.region], ['Account', channel.accountId],
    ['Type', `${channel.type}, ${channel.latencyMode}`], ['Ingest endpoint', channel.ingestEndpoint],
    ['Stream key', channel.streamKey ?? 'none'], ['Playback URL', channel.playbackUrl], ['Playback sessions', String(channel.playbackSessions)],
  ];
  show(byId('details'), details, () => details.flatMap(([name, value]) => [element('dt', null, name), element('dd', null, value)]));
  show(byId('sessions'), channel.sessions, () => channel.sessions.length === 0
    ? [element('li', { class: 'empty' }, 'The channel has not been live yet.')]
    : channel.sessions.map(session => element(
      'li', null,
      element('code', null, session.streamId), ` ${dateAndTime(session.startTime)} – ${session.endTime ? time(session.endTime) : 'now'}`)));
}

// Returns the Region unless it is the default Region, and the account unless it is the default account.
const scopeOf = ({ region, accountId }) => [region, accountId].filter(value => value !== overview.region && value !== overview.accountId);

const idOf = arn => arn.slice(arn.lastIndexOf('/') + 1);

byId('play').addEventListener('submit', event => {
  event.preventDefault();
  const channel = overview.channels.find(found => found.arn === selected);
  // Only the path is used, because the host name of the page, such as localhost, can differ from that in the playback URL.
  const path = new URL(channel.playbackUrl).pathname;
  const token = byId('token').value.trim();
  play(channel.authorized && token ? `${path}?token=${encodeURIComponent(token)}` : path);
});
byId('stop').addEventListener('click', stop);

refresh();
