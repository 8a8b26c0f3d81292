package org.portolan.radar;

/** What was asked for cannot be done now; carries the key of the text that says why. */
public class RadarRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RadarRefused(String key) {
    super(key);
  }

  public String key() {
    return getMessage();
  }
}
