package org.portolan.platform.storage;

import org.portolan.platform.reading.Reading;

/** A kind of file that is taken from people. */
public enum FileKind {
  /** To be read and printed, and nothing else: no scripts, no actions, no files in it. */
  PDF("application/pdf", Reading.PDF);

  private final String mediaType;
  private final Reading reading;

  FileKind(String mediaType, Reading reading) {
    this.mediaType = mediaType;
    this.reading = reading;
  }

  public String mediaType() {
    return mediaType;
  }

  Reading reading() {
    return reading;
  }
}
