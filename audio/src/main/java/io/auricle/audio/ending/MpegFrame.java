package io.auricle.audio.ending;

/** How long a frame of MPEG audio is, by the four bytes of its header (ISO 11172-3, 13818-3). */
final class MpegFrame {
  private static final int[] LAYER_1 = {
    0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448
  };
  private static final int[] LAYER_2 = {
    0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384
  };
  private static final int[] LAYER_3 = {
    0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
  };

  /** Layer 1 at half the rates and less. */
  private static final int[] LOW_1 = {
    0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256
  };

  /** Layers 2 and 3 at half the rates and less. */
  private static final int[] LOW_23 = {
    0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160
  };

  private static final int[] RATES = {44_100, 48_000, 32_000};

  private MpegFrame() {}

  static int bytes(byte[] head) {
    int version = head[1] >> 3 & 3;
    int layer = 4 - (head[1] >> 1 & 3);
    int bits = head[2] >> 4 & 15;
    int rate = head[2] >> 2 & 3;
    boolean synchronised = (head[0] & 0xFF) == 0xFF && (head[1] & 0xE0) == 0xE0;
    // Free bit rates (0) do not say how long a frame is.
    if (!synchronised || version == 1 || layer == 4 || bits == 0 || bits == 15 || rate == 3) {
      return FrameEnding.NO_FRAME;
    }
    boolean full = version == 3;
    int bitRate = 1000 * (full ? fullRates(layer) : layer == 1 ? LOW_1 : LOW_23)[bits];
    int sampleRate = RATES[rate] >> (full ? 0 : version == 2 ? 1 : 2);
    int padding = head[2] >> 1 & 1;
    if (layer == 1) {
      return (12 * bitRate / sampleRate + padding) * 4;
    }
    return (layer == 3 && !full ? 72 : 144) * bitRate / sampleRate + padding;
  }

  private static int[] fullRates(int layer) {
    return layer == 1 ? LAYER_1 : layer == 2 ? LAYER_2 : LAYER_3;
  }
}
