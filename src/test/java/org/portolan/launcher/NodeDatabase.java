package org.portolan.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.portolan.running.TestDatabase;

/** The way to the embedded database of a running node, as a command beside it learns it. */
public final class NodeDatabase {
  private NodeDatabase() {}

  public static TestDatabase of(Path data) {
    try {
      DatabaseAccess access = OwnersDoor.ask(data);
      return new TestDatabase(access.url(), access.user(), access.password());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
