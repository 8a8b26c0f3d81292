package org.portolan.platform.search;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Keeps an index up with a library that changes all the time, until somebody kills it. */
final class IndexKillMain {
  private IndexKillMain() {}

  public static void main(String[] arguments) throws Exception {
    Random random = new Random(Long.parseLong(arguments[1]));
    DrillLibrary library = new DrillLibrary();
    SearchIndex index = SearchIndex.open(Path.of(arguments[0]), "drill");
    IndexTailer tailer = new IndexTailer(index, library, List.of(library));
    tailer.start(work -> new Thread(work).start());
    while (!index.ready()) {
      Thread.sleep(1);
    }
    System.out.println("ready");
    for (int i = 0; library.change(); i++) {
      tailer.wake();
      if (i % 60 == 30) {
        library.askForAnotherIndex();
      }
      Thread.sleep(random.nextInt(8));
    }
    Thread.sleep(Long.MAX_VALUE);
  }
}
