package org.portolan.knowledge;

import java.util.List;

/** The files that readers of a practice are shown; known to whoever keeps them. */
public interface PracticeFiles {
  /**
   * @param draft whether only editors see it, who see all of it
   */
  List<PracticeFile> shown(long practice, boolean draft);
}
