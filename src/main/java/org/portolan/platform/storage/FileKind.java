package org.portolan.platform.storage;

import org.portolan.platform.reading.FileFormat;
import org.portolan.platform.reading.ReadFacts;
import org.portolan.platform.reading.Reading;

/** A kind of file that is taken from people. */
public enum FileKind {
  /** To be read and printed, and nothing else: no scripts, no actions, no files in it. */
  PDF("application/pdf", Reading.PDF),

  /** What readers are given beside a text, in one of the formats that offices use. */
  DOCUMENT("", Reading.FORMAT);

  private final String mediaType;
  private final Reading reading;

  FileKind(String mediaType, Reading reading) {
    this.mediaType = mediaType;
    this.reading = reading;
  }

  /** Of a kind that may have several formats, it is that of the file. */
  String mediaType(ReadFacts facts) {
    return this == DOCUMENT
        ? FileFormat.of(facts).map(FileFormat::mediaType).orElseThrow()
        : mediaType;
  }

  Reading reading() {
    return reading;
  }
}
