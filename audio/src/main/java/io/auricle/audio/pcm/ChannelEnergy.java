package io.auricle.audio.pcm;

import java.util.Arrays;

/**
 * The energy of the channels of some sound and of their sum, all less their own means: a constant
 * is no sound. Sums of parts add up.
 */
final class ChannelEnergy {
  /** Quieter than the smallest step of 16 bits, sound says nothing of its channels. */
  private static final double QUIET = 0x1p-30;

  private final double[] ofChannels;
  private double ofSum;
  private long frames;

  ChannelEnergy(int channels) {
    this.ofChannels = new double[channels];
  }

  /** That of the frames from {@code from} to {@code to} of {@code [frames][channels]} samples. */
  static ChannelEnergy of(float[] samples, int from, int to, int channels) {
    ChannelEnergy result = new ChannelEnergy(channels);
    result.frames = (long) to - from;
    if (channels == 2) {
      result.stereo(samples, from, to);
      return result;
    }
    double[] sums = new double[channels];
    double total = 0;
    double square = 0;
    for (int i = from; i < to; i++) {
      double frame = 0;
      for (int c = 0; c < channels; c++) {
        double x = samples[i * channels + c];
        sums[c] += x;
        result.ofChannels[c] += x * x;
        frame += x;
      }
      total += frame;
      square += frame * frame;
    }
    for (int c = 0; c < channels; c++) {
      result.ofChannels[c] -= sums[c] * sums[c] / result.frames;
    }
    result.ofSum = square - total * total / result.frames;
    return result;
  }

  private void stereo(float[] samples, int from, int to) {
    double left = 0;
    double right = 0;
    double leftSquare = 0;
    double rightSquare = 0;
    double product = 0;
    for (int i = from; i < to; i++) {
      double l = samples[2 * i];
      double r = samples[2 * i + 1];
      left += l;
      right += r;
      leftSquare += l * l;
      rightSquare += r * r;
      product += l * r;
    }
    ofChannels[0] = leftSquare - left * left / frames;
    ofChannels[1] = rightSquare - right * right / frames;
    ofSum = ofChannels[0] + ofChannels[1] + 2 * (product - left * right / frames);
  }

  void add(ChannelEnergy other) {
    for (int c = 0; c < ofChannels.length; c++) {
      ofChannels[c] += other.ofChannels[c];
    }
    ofSum += other.ofSum;
    frames += other.frames;
  }

  /** Of all channels together. */
  double energy() {
    return Arrays.stream(ofChannels).sum();
  }

  boolean isQuiet() {
    return energy() <= QUIET * frames;
  }

  /** The energy of the sum over that of channels that have nothing in common. */
  double kept() {
    return isQuiet() ? 1 : ofSum / energy();
  }

  /**
   * What each channel has to count for the sum of these samples to keep their sound.
   *
   * @param samples those that this is the energy of stand there
   * @param from on
   * @param before weights of the sound before, whose sign is kept if there are any
   */
  float[] weights(float[] samples, int from, float[] before) {
    int channels = ofChannels.length;
    int loudest = 0;
    for (int c = 1; c < channels; c++) {
      loudest = ofChannels[c] > ofChannels[loudest] ? c : loudest;
    }
    double[] covariances = covariances(samples, from, loudest);
    float[] weights = new float[channels];
    for (int c = 0; c < channels; c++) {
      weights[c] = (covariances[c] < 0 ? -1f : 1f) / channels;
    }
    double kept = weighedEnergy(samples, from, weights) * channels * channels / energy();
    if (kept < ChannelMix.WINDOW_CANCELS) {
      Arrays.fill(weights, 0);
      weights[loudest] = 1;
    }
    double same = before.length == 0 ? weights[0] : 0;
    for (int c = 0; c < before.length; c++) {
      same += weights[c] * before[c];
    }
    for (int c = 0; c < channels && same < 0; c++) {
      weights[c] = -weights[c];
    }
    return weights;
  }

  private double[] covariances(float[] samples, int from, int with) {
    int channels = ofChannels.length;
    double[] sums = new double[channels];
    double[] products = new double[channels];
    for (long i = from; i < from + frames; i++) {
      int at = (int) i * channels;
      double x = samples[at + with];
      for (int c = 0; c < channels; c++) {
        sums[c] += samples[at + c];
        products[c] += x * samples[at + c];
      }
    }
    double mean = sums[with] / frames;
    for (int c = 0; c < channels; c++) {
      products[c] -= mean * sums[c];
    }
    return products;
  }

  private double weighedEnergy(float[] samples, int from, float[] weights) {
    double sum = 0;
    double square = 0;
    for (long i = from; i < from + frames; i++) {
      double frame = 0;
      for (int c = 0; c < weights.length; c++) {
        frame += weights[c] * samples[(int) i * weights.length + c];
      }
      sum += frame;
      square += frame * frame;
    }
    return square - sum * sum / frames;
  }
}
