package io.auricle.distill;

/**
 * How many lessons of which length.
 *
 * @param seconds of a lesson; its frames must be as many as the network takes or a few more
 * @param perEpoch fresh ones in each epoch; each is taken {@code segmentsPerClip} times, so that
 *     teachers that cost more than the network need not be asked each time
 * @param heldOut whole sounds of the validation part that the network is judged by, unchanged
 * @param threads that make lessons while the network learns; as many as processors if left out.
 *     Nothing that comes out depends on it
 */
public record LessonOptions(double seconds, int perEpoch, int heldOut, Integer threads) {
  public LessonOptions {
    if (!(seconds > 0 && seconds <= 60)) {
      throw new IllegalArgumentException("seconds=" + seconds + " must be in (0, 60]");
    }
    if (perEpoch < 1) {
      throw new IllegalArgumentException("perEpoch=" + perEpoch + " must be above 0");
    }
    if (heldOut < 1) {
      throw new IllegalArgumentException("heldOut=" + heldOut + " must be above 0");
    }
    threads = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    if (threads < 1) {
      throw new IllegalArgumentException("threads=" + threads + " must be above 0");
    }
  }
}
