// Recording from the microphone, as the browser encodes it (mostly WebM with Opus).

/** Seconds after which a recording ends by itself. */
const LONGEST = 300;

/** What kept a recording from beginning: `refused`, `missing` or `unsupported`. */
export class RecorderError extends Error {}

export class Recorder {
  #chunks = [];
  #media;
  #stream;
  #context = new AudioContext();
  #analyser;
  #began = performance.now();

  /** Asks for the microphone and begins. Music wants the sound as it is, without corrections for speech. */
  static async start() {
    if (!navigator.mediaDevices?.getUserMedia || !window.MediaRecorder) throw new RecorderError('unsupported');
    const plain = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: plain });
    } catch (e) {
      throw new RecorderError(e.name === 'NotFoundError' ? 'missing' : 'refused');
    }
    try {
      return new Recorder(stream);
    } catch {
      // Else the browser would go on listening.
      for (const track of stream.getTracks()) track.stop();
      throw new RecorderError('unsupported');
    }
  }

  constructor(stream) {
    this.#stream = stream;
    this.#media = new MediaRecorder(stream);
    this.#media.addEventListener('dataavailable', (e) => this.#chunks.push(e.data));
    this.#media.start(1000);
    this.#analyser = this.#context.createAnalyser();
    this.#context.createMediaStreamSource(stream).connect(this.#analyser);
  }

  get seconds() {
    return (performance.now() - this.#began) / 1000;
  }

  get isFull() {
    return this.seconds >= LONGEST;
  }

  /** Loudness just now, from 0 to 1 over 60 dB. */
  level() {
    const samples = new Float32Array(this.#analyser.fftSize);
    this.#analyser.getFloatTimeDomainData(samples);
    const power = samples.reduce((sum, x) => sum + x * x, 0) / samples.length;
    return Math.min(1, Math.max(0, (10 * Math.log10(power + 1e-9) + 60) / 60));
  }

  /** What was recorded so far, as a file that can be read. */
  soFar(name) {
    const type = this.#media.mimeType || 'audio/webm';
    const ending = /mp4/.test(type) ? 'm4a' : /ogg/.test(type) ? 'ogg' : 'webm';
    return new File(this.#chunks, `${name}.${ending}`, { type });
  }

  /** Ends it and gives the file. */
  async stop(name) {
    // It has ended by itself if the microphone was unplugged; nothing tells of the end again then.
    if (this.#media.state !== 'inactive') {
      const stopped = new Promise((resolve) => this.#media.addEventListener('stop', resolve, { once: true }));
      this.#media.stop();
      await stopped;
    }
    this.#release();
    return this.soFar(name);
  }

  cancel() {
    if (this.#media.state !== 'inactive') this.#media.stop();
    this.#release();
  }

  #release() {
    for (const track of this.#stream.getTracks()) track.stop();
    this.#context.close();
  }
}
