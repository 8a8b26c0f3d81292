package org.portolan.platform.exchange;

import java.util.List;

/** What was to be written, or undone, is not what is there any more; everything is rolled back. */
final class Overtaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> names;

  /**
   * @param names of records that stand against it
   */
  Overtaken(List<String> names) {
    super("overtaken", null, false, false);
    this.names = List.copyOf(names);
  }

  List<String> names() {
    return names;
  }
}
