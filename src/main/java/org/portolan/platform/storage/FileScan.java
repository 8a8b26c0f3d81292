package org.portolan.platform.storage;

import java.nio.file.Path;

/** Looks for malware in a file before it is kept; every bean of this type is asked. */
public interface FileScan {
  /** What came of looking. */
  enum Verdict {
    /** Nothing is set up that could look. */
    NONE,
    CLEAN,
    INFECTED,
    /** Whatever should look does not answer: nothing is known, so the file is not taken. */
    FAILED
  }

  Verdict scan(Path file);
}
