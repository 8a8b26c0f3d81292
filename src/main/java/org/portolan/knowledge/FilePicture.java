package org.portolan.knowledge;

/**
 * How the first page of a file looks, small.
 *
 * @param tag a fingerprint of it, which stands in its address
 * @param width in dots
 * @param height in dots
 */
public record FilePicture(String tag, int width, int height) {
  /** In a list it is shown half as large: sharp on fine screens, and no wider than it need be. */
  public int halfWidth() {
    return (width + 1) / 2;
  }

  public int halfHeight() {
    return (height + 1) / 2;
  }
}
