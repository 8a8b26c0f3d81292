package org.portolan.platform.reading;

import java.io.IOException;
import java.nio.file.Path;

/** Looks into one file, in the limited process. What it throws means that the file is damaged. */
interface FileLook {
  void look(Path file, FactLines facts) throws IOException;
}
