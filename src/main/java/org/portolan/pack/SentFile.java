package org.portolan.pack;

import java.io.IOException;
import java.io.InputStream;

/** One of the files of a form. */
public interface SentFile {
  /** That its sender's system gave it. */
  String name();

  InputStream open() throws IOException;
}
