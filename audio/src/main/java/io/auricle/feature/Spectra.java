package io.auricle.feature;

import io.auricle.dsp.fft.RealFft;
import org.jspecify.annotations.Nullable;

/**
 * The power spectra of a block's frames, {@code re^2 + im^2} without scaling, as {@code
 * abs(librosa.stft(y)) ** 2}.
 */
public final class Spectra extends Values {
  /** Asks for the spectra. */
  public static final Key<Spectra> KEY = new OfSamples();

  private final FrameGrid grid;
  private final RealFft fft;
  private final float[] window;
  private final @Nullable Spectrum given;
  private final @Nullable LoneWindows alone;
  private @Nullable Room room;
  private boolean lastLook;

  /** Where whoever changes complex spectra wants to have them, {@code [rows][bins]} each. */
  public interface Room {
    /** Index of the first value of the first free row. */
    int free();

    /** Real parts, to be written from {@link #free} on. */
    float[] real();

    /** Imaginary parts. */
    float[] imaginary();

    /** Powers. */
    float[] power();
  }

  private record OfSamples() implements Key<Spectra> {
    @Override
    public Spectra layer(Analysis sound) {
      return new Spectra(sound, null);
    }
  }

  /**
   * @param given spectra that are known, or null to compute them
   */
  Spectra(Analysis sound, @Nullable Spectrum given) {
    super(sound, sound.grid().bins());
    this.grid = sound.grid();
    this.given = given;
    this.window = sound.space().buffer(Window.class, () -> new Window(grid.weights())).weights;
    this.fft = sound.space().buffer(RealFft.class, () -> RealFft.ofLength(grid.frameLength()));
    this.alone =
        grid.edges() == FrameGrid.Edges.ALONE ? new LoneWindows(grid, sound.space()) : null;
    if (given == null) {
      sound.needSamples();
    }
  }

  private static final class Window {
    final float[] weights;

    Window(float[] weights) {
      this.weights = weights;
    }
  }

  /** Takes complex spectra of the last look there; the powers are then those of them. */
  public void fill(Room room) {
    this.room = room;
  }

  @Override
  void restart(boolean last) {
    super.restart(last);
    lastLook = last;
  }

  @Override
  protected boolean keep() {
    return room == null && given == null && super.keep();
  }

  @Override
  protected void compute(FrameBlock block) {
    if (given != null) {
      show(given.powers(), block.index() * FrameBlock.FRAMES * columns());
    } else if (room != null && lastLook) {
      transform(block, room);
    } else {
      super.compute(block);
    }
  }

  @Override
  protected void compute(FrameBlock block, float[] target) {
    fft.power(samples(block), 0, hop(), window, block.frames(), target);
  }

  /** The samples of frames that lie {@link #hop} apart. */
  private float[] samples(FrameBlock block) {
    return alone == null ? block.samples() : alone.frames(block);
  }

  private int hop() {
    return alone == null ? grid.hopLength() : grid.frameLength();
  }

  private void transform(FrameBlock block, Room into) {
    int at = into.free();
    float[] real = into.real();
    float[] imaginary = into.imaginary();
    float[] power = into.power();
    fft.forward(samples(block), hop(), window, block.frames(), real, imaginary, at);
    for (int i = at; i < at + block.frames() * columns(); i++) {
      power[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
    }
    show(power, at);
  }
}
