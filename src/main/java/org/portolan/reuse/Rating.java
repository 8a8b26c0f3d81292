package org.portolan.reuse;

/**
 * What readers think of a practice.
 *
 * @param useful how many found it useful, of all
 * @param all how many said
 * @param mine what the person who asks said, or null
 */
public record Rating(long useful, long all, Boolean mine) {
  /** Fewer would tell more of the readers than of the practice. */
  private static final int SHOWN_FROM = 5;

  /** Whether readers are told. */
  public boolean shown() {
    return all >= SHOWN_FROM;
  }

  /** How many of a hundred found it useful. */
  public long share() {
    return all == 0 ? 0 : Math.round(100.0 * useful / all);
  }
}
