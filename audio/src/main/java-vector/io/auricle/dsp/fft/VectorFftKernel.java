package io.auricle.dsp.fft;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** The loops with the JDK's Vector API, eight lanes a vector. */
final class VectorFftKernel implements FftKernel {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_256;
  private static final VectorShuffle<Float> REVERSE = VectorShuffle.fromOp(S, i -> 7 - i);
  private static final VectorShuffle<Float> SWAP1 = VectorShuffle.fromOp(S, i -> i ^ 1);
  private static final VectorShuffle<Float> SWAP2 = VectorShuffle.fromOp(S, i -> i ^ 2);
  private static final VectorShuffle<Float> SWAP4 = VectorShuffle.fromOp(S, i -> i ^ 4);
  private static final VectorMask<Float> ODD1 = VectorMask.fromLong(S, 0b10101010);
  private static final VectorMask<Float> ODD2 = VectorMask.fromLong(S, 0b11001100);
  private static final VectorMask<Float> ODD4 = VectorMask.fromLong(S, 0b11110000);
  private static final float ROOT = (float) Math.sqrt(0.5);

  VectorFftKernel() {
    if (FloatVector.SPECIES_PREFERRED.length() < LANES) {
      throw new UnsupportedOperationException("vectors have fewer than " + LANES + " lanes");
    }
  }

  @Override
  public String name() {
    return "vector";
  }

  @Override
  public void radix4(float[] x, float[] y, int length, int stride, float[] twiddles) {
    int butterflies = length / 4 * stride;
    int strideLog = Integer.numberOfTrailingZeros(stride);
    int fromStep = BLOCK * butterflies;
    int toStep = BLOCK * stride;
    // One loop over p and q, as the inner one of the first pass would turn but once.
    for (int n = 0; n < butterflies; n++) {
      int p = n >> strideLog;
      int t = 6 * p;
      int i = BLOCK * n;
      int o = BLOCK * n + 3 * toStep * p;
      FloatVector ar = FloatVector.fromArray(S, x, i);
      FloatVector ai = FloatVector.fromArray(S, x, i + LANES);
      FloatVector br = FloatVector.fromArray(S, x, i + fromStep);
      FloatVector bi = FloatVector.fromArray(S, x, i + fromStep + LANES);
      FloatVector cr = FloatVector.fromArray(S, x, i + 2 * fromStep);
      FloatVector ci = FloatVector.fromArray(S, x, i + 2 * fromStep + LANES);
      FloatVector dr = FloatVector.fromArray(S, x, i + 3 * fromStep);
      FloatVector di = FloatVector.fromArray(S, x, i + 3 * fromStep + LANES);
      FloatVector er = ar.add(cr);
      FloatVector ei = ai.add(ci);
      FloatVector fr = ar.sub(cr);
      FloatVector fi = ai.sub(ci);
      FloatVector gr = br.add(dr);
      FloatVector gi = bi.add(di);
      FloatVector hr = br.sub(dr);
      FloatVector hi = bi.sub(di);
      FloatVector ur = fr.add(hi);
      FloatVector ui = fi.sub(hr);
      FloatVector vr = er.sub(gr);
      FloatVector vi = ei.sub(gi);
      FloatVector wr = fr.sub(hi);
      FloatVector wi = fi.add(hr);
      FloatVector c1 = FloatVector.broadcast(S, twiddles[t]);
      FloatVector s1 = FloatVector.broadcast(S, twiddles[t + 1]);
      FloatVector c2 = FloatVector.broadcast(S, twiddles[t + 2]);
      FloatVector s2 = FloatVector.broadcast(S, twiddles[t + 3]);
      FloatVector c3 = FloatVector.broadcast(S, twiddles[t + 4]);
      FloatVector s3 = FloatVector.broadcast(S, twiddles[t + 5]);
      er.add(gr).intoArray(y, o);
      ei.add(gi).intoArray(y, o + LANES);
      ur.mul(c1).sub(ui.mul(s1)).intoArray(y, o + toStep);
      ur.mul(s1).add(ui.mul(c1)).intoArray(y, o + toStep + LANES);
      vr.mul(c2).sub(vi.mul(s2)).intoArray(y, o + 2 * toStep);
      vr.mul(s2).add(vi.mul(c2)).intoArray(y, o + 2 * toStep + LANES);
      wr.mul(c3).sub(wi.mul(s3)).intoArray(y, o + 3 * toStep);
      wr.mul(s3).add(wi.mul(c3)).intoArray(y, o + 3 * toStep + LANES);
    }
  }

  @Override
  public void radix2(float[] x, float[] y, int stride) {
    int half = BLOCK * stride;
    for (int i = 0; i < half; i += LANES) {
      FloatVector a = FloatVector.fromArray(S, x, i);
      FloatVector b = FloatVector.fromArray(S, x, i + half);
      a.add(b).intoArray(y, i);
      a.sub(b).intoArray(y, i + half);
    }
  }

  @Override
  public void unpack(float[] z, int half, float[] twiddles, float[] turns) {
    System.arraycopy(z, 0, z, BLOCK * half, BLOCK);
    for (int k = 0; k <= half / 2; k++) {
      int i = BLOCK * k;
      int j = BLOCK * (half - k);
      FloatVector c = FloatVector.broadcast(S, twiddles[2 * k]);
      FloatVector s = FloatVector.broadcast(S, twiddles[2 * k + 1]);
      FloatVector pr = FloatVector.fromArray(S, z, i);
      FloatVector pi = FloatVector.fromArray(S, z, i + LANES);
      FloatVector qr = FloatVector.fromArray(S, z, j);
      FloatVector qi = FloatVector.fromArray(S, z, j + LANES);
      FloatVector er = pr.add(qr);
      FloatVector ei = pi.sub(qi);
      FloatVector or = pi.add(qi);
      FloatVector oi = qr.sub(pr);
      FloatVector tr = or.mul(c).sub(oi.mul(s));
      FloatVector ti = or.mul(s).add(oi.mul(c));
      FloatVector fr = er.add(tr);
      FloatVector fi = ei.add(ti);
      FloatVector gr = er.sub(tr);
      FloatVector gi = ti.sub(ei);
      FloatVector ci = FloatVector.fromArray(S, turns, i);
      FloatVector si = FloatVector.fromArray(S, turns, i + LANES);
      FloatVector cj = FloatVector.fromArray(S, turns, j);
      FloatVector sj = FloatVector.fromArray(S, turns, j + LANES);
      fr.mul(ci).sub(fi.mul(si)).intoArray(z, i);
      fr.mul(si).add(fi.mul(ci)).intoArray(z, i + LANES);
      gr.mul(cj).sub(gi.mul(sj)).intoArray(z, j);
      gr.mul(sj).add(gi.mul(cj)).intoArray(z, j + LANES);
    }
  }

  @Override
  public void join(float[] z, int half, float[] real, float[] imaginary, int at) {
    LaneJoin.bins(z, half, half, real, imaginary, at);
    for (int k = half - LANES; k >= 0; k -= LANES) {
      transpose(z, BLOCK * k);
      transpose(z, BLOCK * k + LANES);
      joinEight(z, k, 2 * half, real, imaginary, at);
    }
  }

  /** Transposes the real or the imaginary parts of eight blocks in place. */
  private static void transpose(float[] z, int at) {
    FloatVector a0 = FloatVector.fromArray(S, z, at);
    FloatVector a1 = FloatVector.fromArray(S, z, at + BLOCK);
    FloatVector a2 = FloatVector.fromArray(S, z, at + 2 * BLOCK);
    FloatVector a3 = FloatVector.fromArray(S, z, at + 3 * BLOCK);
    FloatVector a4 = FloatVector.fromArray(S, z, at + 4 * BLOCK);
    FloatVector a5 = FloatVector.fromArray(S, z, at + 5 * BLOCK);
    FloatVector a6 = FloatVector.fromArray(S, z, at + 6 * BLOCK);
    FloatVector a7 = FloatVector.fromArray(S, z, at + 7 * BLOCK);
    FloatVector b0 = a0.blend(a1.rearrange(SWAP1), ODD1);
    FloatVector b1 = a0.rearrange(SWAP1).blend(a1, ODD1);
    FloatVector b2 = a2.blend(a3.rearrange(SWAP1), ODD1);
    FloatVector b3 = a2.rearrange(SWAP1).blend(a3, ODD1);
    FloatVector b4 = a4.blend(a5.rearrange(SWAP1), ODD1);
    FloatVector b5 = a4.rearrange(SWAP1).blend(a5, ODD1);
    FloatVector b6 = a6.blend(a7.rearrange(SWAP1), ODD1);
    FloatVector b7 = a6.rearrange(SWAP1).blend(a7, ODD1);
    FloatVector c0 = b0.blend(b2.rearrange(SWAP2), ODD2);
    FloatVector c1 = b1.blend(b3.rearrange(SWAP2), ODD2);
    FloatVector c2 = b0.rearrange(SWAP2).blend(b2, ODD2);
    FloatVector c3 = b1.rearrange(SWAP2).blend(b3, ODD2);
    FloatVector c4 = b4.blend(b6.rearrange(SWAP2), ODD2);
    FloatVector c5 = b5.blend(b7.rearrange(SWAP2), ODD2);
    FloatVector c6 = b4.rearrange(SWAP2).blend(b6, ODD2);
    FloatVector c7 = b5.rearrange(SWAP2).blend(b7, ODD2);
    FloatVector d0 = c0.blend(c4.rearrange(SWAP4), ODD4);
    FloatVector d1 = c1.blend(c5.rearrange(SWAP4), ODD4);
    FloatVector d2 = c2.blend(c6.rearrange(SWAP4), ODD4);
    FloatVector d3 = c3.blend(c7.rearrange(SWAP4), ODD4);
    FloatVector d4 = c0.rearrange(SWAP4).blend(c4, ODD4);
    FloatVector d5 = c1.rearrange(SWAP4).blend(c5, ODD4);
    FloatVector d6 = c2.rearrange(SWAP4).blend(c6, ODD4);
    FloatVector d7 = c3.rearrange(SWAP4).blend(c7, ODD4);
    d0.intoArray(z, at);
    d1.intoArray(z, at + BLOCK);
    d2.intoArray(z, at + 2 * BLOCK);
    d3.intoArray(z, at + 3 * BLOCK);
    d4.intoArray(z, at + 4 * BLOCK);
    d5.intoArray(z, at + 5 * BLOCK);
    d6.intoArray(z, at + 6 * BLOCK);
    d7.intoArray(z, at + 7 * BLOCK);
  }

  /** As {@link LaneJoin#bins} for eight bins of the lanes at once. */
  private static void joinEight(float[] z, int k, int q, float[] real, float[] imaginary, int at) {
    int i = BLOCK * k;
    FloatVector z0r = FloatVector.fromArray(S, z, i);
    FloatVector z0i = FloatVector.fromArray(S, z, i + LANES);
    FloatVector z4r = FloatVector.fromArray(S, z, i + 4 * BLOCK);
    FloatVector z4i = FloatVector.fromArray(S, z, i + 4 * BLOCK + LANES);
    FloatVector z2r = FloatVector.fromArray(S, z, i + 2 * BLOCK);
    FloatVector z2i = FloatVector.fromArray(S, z, i + 2 * BLOCK + LANES);
    FloatVector z6r = FloatVector.fromArray(S, z, i + 6 * BLOCK);
    FloatVector z6i = FloatVector.fromArray(S, z, i + 6 * BLOCK + LANES);
    FloatVector z1r = FloatVector.fromArray(S, z, i + BLOCK);
    FloatVector z1i = FloatVector.fromArray(S, z, i + BLOCK + LANES);
    FloatVector z5r = FloatVector.fromArray(S, z, i + 5 * BLOCK);
    FloatVector z5i = FloatVector.fromArray(S, z, i + 5 * BLOCK + LANES);
    FloatVector z3r = FloatVector.fromArray(S, z, i + 3 * BLOCK);
    FloatVector z3i = FloatVector.fromArray(S, z, i + 3 * BLOCK + LANES);
    FloatVector z7r = FloatVector.fromArray(S, z, i + 7 * BLOCK);
    FloatVector z7i = FloatVector.fromArray(S, z, i + 7 * BLOCK + LANES);
    FloatVector ar = z0r.add(z4r);
    FloatVector br = z0r.sub(z4r);
    FloatVector ai = z0i.add(z4i);
    FloatVector bi = z0i.sub(z4i);
    FloatVector cr = z2r.add(z6r);
    FloatVector dr = z2r.sub(z6r);
    FloatVector ci = z2i.add(z6i);
    FloatVector di = z2i.sub(z6i);
    FloatVector er = z1r.add(z5r);
    FloatVector fr = z1r.sub(z5r);
    FloatVector ei = z1i.add(z5i);
    FloatVector fi = z1i.sub(z5i);
    FloatVector gr = z3r.add(z7r);
    FloatVector hr = z3r.sub(z7r);
    FloatVector gi = z3i.add(z7i);
    FloatVector hi = z3i.sub(z7i);
    FloatVector e0r = ar.add(cr);
    FloatVector e0i = ai.add(ci);
    FloatVector e2r = ar.sub(cr);
    FloatVector e2i = ai.sub(ci);
    FloatVector e1r = br.add(di);
    FloatVector e1i = bi.sub(dr);
    FloatVector e3r = br.sub(di);
    FloatVector e3i = bi.add(dr);
    FloatVector o0r = er.add(gr);
    FloatVector o0i = ei.add(gi);
    FloatVector o2r = ei.sub(gi);
    FloatVector o2i = gr.sub(er);
    FloatVector pr = fr.add(hi);
    FloatVector pi = fi.sub(hr);
    FloatVector qr = fr.sub(hi);
    FloatVector qi = fi.add(hr);
    FloatVector o1r = pr.add(pi).mul(ROOT);
    FloatVector o1i = pi.sub(pr).mul(ROOT);
    FloatVector o3r = qi.sub(qr).mul(ROOT);
    FloatVector o3i = qr.add(qi).neg().mul(ROOT);
    int up = at + k;
    int down = at + q - k - (LANES - 1);
    e3r.sub(o3r).rearrange(REVERSE).intoArray(real, down);
    o3i.sub(e3i).rearrange(REVERSE).intoArray(imaginary, down);
    e2r.sub(o2r).rearrange(REVERSE).intoArray(real, down + q);
    o2i.sub(e2i).rearrange(REVERSE).intoArray(imaginary, down + q);
    e1r.sub(o1r).rearrange(REVERSE).intoArray(real, down + 2 * q);
    o1i.sub(e1i).rearrange(REVERSE).intoArray(imaginary, down + 2 * q);
    e0r.sub(o0r).rearrange(REVERSE).intoArray(real, down + 3 * q);
    o0i.sub(e0i).rearrange(REVERSE).intoArray(imaginary, down + 3 * q);
    e0r.add(o0r).intoArray(real, up);
    e0i.add(o0i).intoArray(imaginary, up);
    e1r.add(o1r).intoArray(real, up + q);
    e1i.add(o1i).intoArray(imaginary, up + q);
    e2r.add(o2r).intoArray(real, up + 2 * q);
    e2i.add(o2i).intoArray(imaginary, up + 2 * q);
    e3r.add(o3r).intoArray(real, up + 3 * q);
    e3i.add(o3i).intoArray(imaginary, up + 3 * q);
  }
}
